import type { CellProps } from '@/lib/fields/field-kind';
import { StatusTag } from '@/lib/fields/status-tag';
import { useLabel } from '@/lib/resource/meta';

/** The level at a glance, in lists, cards and on the page. */
export function LevelCell({ value, field }: CellProps) {
  const label = useLabel();
  if (typeof value !== 'string' || !value) return null;
  const option = field.options?.find((it) => it.value === value);
  return <StatusTag color={option?.color}>{label(option?.label) || value}</StatusTag>;
}
