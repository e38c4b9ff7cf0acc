import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { formatDate, formatTime } from '@/lib/format/date';
import { useDictionary } from '@/lib/ownership/use-dictionary';
import { useLabel } from '@/lib/resource/meta';
import '@/lib/ownership/ownership.css';

/** One sentence on whose hands a customer is in, where that is not plain. */
export function StatusLine({ row }: { row: Row }) {
  const { t } = useTranslation('customer');
  const label = useLabel();
  const reasons = useDictionary('release_reason');
  const reason = typeof row.pooled_reason === 'string' ? row.pooled_reason : '';
  if (row.status === 'pooled') {
    return (
      <p className="gx-status-line">
        <span>{t('line.pooled', { pool: row.pool_name ?? '', time: formatTime(row.pooled_at) })}</span>
        {Boolean(row.last_owner_name) && <span>{t('line.last_owner', { name: row.last_owner_name })}</span>}
        {reason && (
          <span>{t('line.reason', { reason: label(reasons.find((it) => it.value === reason)?.label) || reason })}</span>
        )}
      </p>
    );
  }
  if (row.locked !== true) return null;
  return (
    <p className="gx-status-line">
      <span>
        <LockOutlined /> {t('line.locked', { name: row.locked_by_name ?? '', date: formatDate(row.locked_until) })}
      </span>
      {typeof row.lock_reason === 'string' && <span>{row.lock_reason}</span>}
    </p>
  );
}
