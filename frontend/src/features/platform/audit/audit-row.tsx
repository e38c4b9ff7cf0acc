import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { useLabel } from '@/lib/resource/meta';
import { RecordLink } from '@/lib/resource/record-link';
import { deviceOf } from '../account/device';
import { type AuditEntry, wordOf } from './audit-entry';
import { useResources } from './use-resources';

const COLORS: Record<string, string> = { done: 'green', denied: 'red', failed: 'orange' };

/** One line of the log: who did what, how it went, from where. */
export function AuditRow({ it }: { it: AuditEntry }) {
  const { t } = useTranslation('audit');
  const label = useLabel();
  const resources = useResources();
  const path = it.resource?.replaceAll('_', '-');
  const kind = label(path ? resources.get(path) : undefined);
  const details = Object.entries(it.details ?? {}).filter(([, value]) => value !== null && value !== '');
  const say = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
    if (Array.isArray(value)) return value.map((one) => say(name, one)).join(t('common:separator'));
    if (name === 'resource') return label(resources.get(String(value))) || String(value);
    if (name !== 'counts' || !value) return typeof value === 'string' ? value : JSON.stringify(value);
    return Object.entries(value)
      .map(([key, count]) => `${t(`detail.${key}`, { defaultValue: key })} ${count}`)
      .join(' · ');
  };
  const device = deviceOf(it.user_agent);
  const where = [it.ip, device.browser, device.system].filter(Boolean).join(' · ');
  return (
    <li>
      <p className="gx-audit-head">
        <b>{it.actor_name ?? t(`actor_kind.${it.actor_kind}`)}</b>
        <span>{t(`action.${wordOf(it.action)}`, { defaultValue: it.action })}</span>
        <StatusTag color={COLORS[it.result]}>{t(`result.${it.result}`)}</StatusTag>
        {path && it.record_id && kind && (
          <RecordLink path={`/${path}`} id={it.record_id}>
            {kind}
          </RecordLink>
        )}
        <time dateTime={it.at} title={formatFullTime(it.at)}>
          {formatTime(it.at)}
        </time>
      </p>
      {details.length > 0 && (
        <dl className="gx-audit-details">
          {details.map(([key, value]) => (
            <div key={key}>
              <dt>{t(`detail.${key}`, { defaultValue: key })}</dt>
              <dd>{say(key, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {where && (
        <p className="gx-faint gx-ellipsis" title={it.user_agent ?? undefined}>
          {where}
        </p>
      )}
    </li>
  );
}
