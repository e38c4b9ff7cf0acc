import { useTranslation } from 'react-i18next';
import type { CellProps } from '@/lib/fields/field-kind';
import { StatusTag } from '@/lib/fields/status-tag';
import { RecordLink } from '@/lib/resource/record-link';

const COLORS: Record<string, string> = {
  submitted: 'blue',
  reviewed: 'green',
  daily: 'blue',
  weekly: 'purple',
  monthly: 'cyan',
};

export function ReportKindCell({ value }: CellProps) {
  const { t } = useTranslation('work_report');
  if (typeof value !== 'string' || !value) return null;
  return <StatusTag color={COLORS[value]}>{t(`kind.${value}`)}</StatusTag>;
}

export function ReportStatusCell({ value }: CellProps) {
  const { t } = useTranslation('work_report');
  if (typeof value !== 'string' || !value) return null;
  return <StatusTag color={COLORS[value]}>{t(`status.${value}`)}</StatusTag>;
}

/** The day, or the days from – to. */
export function PeriodCell({ row }: CellProps) {
  const words = row.period_start === row.period_end ? row.period_start : `${row.period_start} – ${row.period_end}`;
  return (
    <RecordLink path="/work-reports" id={row.id}>
      {String(words)}
    </RecordLink>
  );
}
