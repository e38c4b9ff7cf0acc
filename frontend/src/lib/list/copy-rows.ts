import type { LabelOf } from '@/lib/fields/field-kind';
import { kindOf } from '@/lib/fields/registry';
import type { ListState } from '@/lib/resource/use-resource-list';
import type { Cell } from './grid-keys';

/** The chosen rows as a spreadsheet takes them; without a choice, the active cell. */
export async function copyRows(list: ListState, active: Cell, label: LabelOf) {
  const { shownColumns: columns, rowAt, selectedIds, count } = list;
  const text = (index: number, at: number) => {
    const row = rowAt(index);
    const field = columns[at]?.field;
    return row && field
      ? kindOf(field)
          .toText(row[field.key], field, row, label)
          .replace(/[\t\n\r]+/g, ' ')
      : '';
  };
  if (selectedIds.size === 0) return navigator.clipboard.writeText(text(active.row, active.column));
  const lines: string[] = [columns.map((it) => label(it.field.label)).join('\t')];
  for (let index = 0; index < count; index++) {
    const row = rowAt(index);
    if (row && selectedIds.has(row.id)) lines.push(columns.map((_, at) => text(index, at)).join('\t'));
  }
  return navigator.clipboard.writeText(lines.join('\n'));
}
