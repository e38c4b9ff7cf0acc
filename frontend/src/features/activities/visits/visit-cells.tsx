import { useTranslation } from 'react-i18next';
import type { CellProps } from '@/lib/fields/field-kind';
import { StatusTag } from '@/lib/fields/status-tag';
import { lengthOf } from './length';

const COLORS: Record<string, string> = { checked_in: 'blue', done: 'green' };

export function StatusCell({ value }: CellProps) {
  const { t } = useTranslation('visit');
  if (typeof value !== 'string' || !value) return null;
  return <StatusTag color={COLORS[value]}>{t(`status.${value}`)}</StatusTag>;
}

/** How far from the customer one checked in, and whether that is too far. */
export function DistanceCell({ value, row }: CellProps) {
  const { t } = useTranslation('visit');
  if (typeof value !== 'number') return null;
  const { unit, count } = lengthOf(value);
  return (
    <span className="gx-distance">
      <span className="gx-number">{t(`length.${unit}`, { count })}</span>
      {row.flagged === true && <StatusTag color="red">{t('flagged')}</StatusTag>}
    </span>
  );
}
