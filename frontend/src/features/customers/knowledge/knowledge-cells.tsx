import { useTranslation } from 'react-i18next';
import type { CellProps } from '@/lib/fields/field-kind';
import { StatusTag } from '@/lib/fields/status-tag';
import { daysUntil, formatDate } from '@/lib/format/date';

const COLORS: Record<string, string> = {
  preference: 'blue',
  channel: 'cyan',
  behaviour: 'green',
  decision_process: 'purple',
  competitor: 'orange',
  risk: 'red',
  published: 'green',
};

function Word({ value, of }: { value: unknown; of: string }) {
  const { t } = useTranslation('customer_knowledge');
  if (typeof value !== 'string' || !value) return null;
  return <StatusTag color={COLORS[value]}>{t(`${of}.${value}`)}</StatusTag>;
}

export function KindCell({ value }: CellProps) {
  return <Word value={value} of="kind" />;
}

export function StatusCell({ value }: CellProps) {
  return <Word value={value} of="status" />;
}

export function ConfidenceCell({ value }: CellProps) {
  const { t } = useTranslation('customer_knowledge');
  return typeof value === 'string' ? t(`confidence.${value}`) : null;
}

export function VisibilityCell({ value }: CellProps) {
  const { t } = useTranslation('customer_knowledge');
  return typeof value === 'string' ? t(`visibility.${value}`) : null;
}

/** Whether it no longer counts. */
export function isExpired(value: unknown): boolean {
  return typeof value === 'string' && daysUntil(value) < 0;
}

export function ValidCell({ value }: CellProps) {
  const { t } = useTranslation('customer_knowledge');
  return (
    <>
      {isExpired(value) && <StatusTag>{t('expired')}</StatusTag>} {formatDate(value)}
    </>
  );
}
