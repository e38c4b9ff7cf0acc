import type { LabelOf } from '@/lib/fields/field-kind';
import { kindOf } from '@/lib/fields/registry';
import { writeCells } from '@/lib/format/tsv';
import type { ListState } from '@/lib/resource/use-resource-list';
import type { Cell } from './grid-keys';
import type { Range } from './range';

/** The range of cells, else the chosen rows with the names of their columns, else the active cell: as a spreadsheet takes them. */
export async function copyCells(list: ListState, active: Cell, range: Range | undefined, label: LabelOf) {
  const { shownColumns: columns, rowAt, selectedIds, count } = list;
  const text = (index: number, at: number) => {
    const row = rowAt(index);
    const field = columns[at]?.field;
    return row && field ? kindOf(field).toText(row[field.key], field, row, label) : '';
  };
  const line = (index: number, from = 0, to = columns.length - 1) =>
    Array.from({ length: to - from + 1 }, (_, at) => text(index, from + at));

  const lines: string[][] = [];
  if (range) {
    for (let index = range.top; index <= range.bottom; index++) lines.push(line(index, range.left, range.right));
  } else if (selectedIds.size > 0) {
    lines.push(columns.map((it) => label(it.field.label)));
    for (let index = 0; index < count; index++) {
      const row = rowAt(index);
      if (row && selectedIds.has(row.id)) lines.push(line(index));
    }
  } else lines.push([text(active.row, active.column)]);
  await navigator.clipboard.writeText(writeCells(lines));
}
