import { useTranslation } from 'react-i18next';
import type { CellProps } from '@/lib/fields/field-kind';
import { formatDate } from '@/lib/format/date';
import { daysTo } from '@/lib/ownership/contact-tone';
import { Due, NextContact } from '@/lib/ownership/next-contact-cell';
import { recycleTone } from './lead-tone';

const LEAD = { key: 'lead', list: '/leads', item: '/leads/{id}' };

export function NextContactCell({ row }: CellProps) {
  const canLog = row.status === 'pending' || row.status === 'following';
  return <NextContact of={LEAD} row={row} name={String(row.name ?? '')} canLog={canLog} />;
}

/** How many days are left before the night's job puts it back into its pool, and why it would. */
export function RecycleCell({ value, row }: CellProps) {
  const { t } = useTranslation('lead');
  const days = daysTo(value);
  if (days === undefined) return null;
  const reason = typeof row.recycle_reason === 'string' ? t(`recycle.reason.${row.recycle_reason}`) : '';
  return (
    <Due tone={recycleTone(row)} title={[formatDate(value), reason].filter(Boolean).join(' · ')}>
      {days < 0 && t('recycle.tonight')}
      {days === 0 && t('recycle.today')}
      {days > 0 && t('recycle.days', { count: days })}
    </Due>
  );
}
