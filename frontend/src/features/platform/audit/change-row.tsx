import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { ChangeLine } from '@/lib/record/change-line';
import { changesOf } from '@/lib/record/timeline-entry';
import { type Label, useLabel } from '@/lib/resource/meta';
import { RecordLink } from '@/lib/resource/record-link';
import type { HistoryEntry } from './audit-entry';

const FEW = 4;

/** One write of one record, with every field before and after. */
export function ChangeRow({ it, resources }: { it: HistoryEntry; resources: Map<string, Label> }) {
  const { t } = useTranslation('audit');
  const label = useLabel();
  const [isWhole, setWhole] = useState(false);
  const all = changesOf(it);
  const shown = isWhole ? all : all.slice(0, FEW);
  return (
    <li>
      <p className="gx-audit-head">
        <b>{it.actor_name ?? t('actor_kind.system')}</b>
        <span>{t(`written.${it.action}`, { defaultValue: it.action })}</span>
        <RecordLink path={`/${it.resource}`} id={it.record_id}>
          {label(resources.get(it.resource)) || it.resource}
        </RecordLink>
        <time dateTime={it.at} title={formatFullTime(it.at)}>
          {formatTime(it.at)}
        </time>
      </p>
      {shown.map((change) => (
        <ChangeLine key={change.field} change={change} />
      ))}
      {all.length > shown.length && (
        <button type="button" className="gx-plain" onClick={() => setWhole(true)}>
          {t('common:timeline.more', { count: all.length - shown.length })}
        </button>
      )}
    </li>
  );
}
