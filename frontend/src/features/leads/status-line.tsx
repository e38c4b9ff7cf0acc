import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { formatTime } from '@/lib/format/date';
import { daysTo } from '@/lib/ownership/contact-tone';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { recycleTone } from './lead-tone';
import './leads.css';

/** One sentence on where a lead stands and what follows. */
export function StatusLine({ row }: { row: Row }) {
  const { t } = useTranslation('lead');
  const label = useLabel();
  const { byKey } = useMeta('leads');
  const optionName = (key: string) =>
    label(byKey.get(key)?.options?.find((it) => it.value === row[key])?.label) || String(row[key] ?? '');
  const days = daysTo(row.recycle_due_on);
  const tone = recycleTone(row);
  if (row.status === 'unassigned') {
    return (
      <p className="gx-status-line">
        <span>{t('line.pooled', { pool: row.pool_name ?? '', time: formatTime(row.pooled_at) })}</span>
        {Boolean(row.last_owner_name) && <span>{t('line.last_owner', { name: row.last_owner_name })}</span>}
        {Boolean(row.pooled_reason) && <span>{t('line.reason', { reason: optionName('pooled_reason') })}</span>}
      </p>
    );
  }
  if (row.status === 'invalid') {
    return <p className="gx-status-line">{t('line.invalid', { reason: optionName('invalid_reason') })}</p>;
  }
  if (row.status === 'converted') {
    return (
      <p className="gx-status-line">
        <span>{t('line.converted', { name: row.converted_by_name ?? '', time: formatTime(row.converted_at) })}</span>
        {typeof row.customer_id === 'string' && (
          <Link to={'/customers/$id' as string} params={{ id: row.customer_id } as never}>
            {t('line.open_customer')}
          </Link>
        )}
      </p>
    );
  }
  if (days === undefined) return null;
  const reason = typeof row.recycle_reason === 'string' ? t(`recycle.reason.${row.recycle_reason}`) : '';
  const pool = { pool: row.origin_pool_name ?? '', reason };
  return (
    <p className="gx-status-line" data-tone={tone}>
      {days > 0 ? t('line.recycle', { ...pool, count: days }) : t('line.recycle_now', pool)}
    </p>
  );
}
