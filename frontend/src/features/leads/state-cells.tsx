import type { CellProps } from '@/lib/fields/field-kind';
import { StatusTag } from '@/lib/fields/status-tag';
import { useLabel } from '@/lib/resource/meta';

const STATUS_COLORS: Record<string, string> = {
  unassigned: 'cyan',
  pending: 'gold',
  following: 'blue',
  converted: 'green',
};
// The colours that levels of customers have in their dictionary, too.
const RATING_COLORS: Record<string, string> = { A: 'red', B: 'orange', C: 'blue', D: 'gray' };

function Word({ value, field, colors }: CellProps & { colors: Record<string, string> }) {
  const label = useLabel();
  if (typeof value !== 'string' || !value) return null;
  const option = field.options?.find((it) => it.value === value);
  return <StatusTag color={option?.color ?? colors[value]}>{label(option?.label) || value}</StatusTag>;
}

export function StatusCell(props: CellProps) {
  return <Word {...props} colors={STATUS_COLORS} />;
}

export function RatingCell(props: CellProps) {
  return <Word {...props} colors={RATING_COLORS} />;
}
