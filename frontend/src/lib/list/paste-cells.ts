import type { Row } from '@/lib/api/schema-types';
import type { LabelOf } from '@/lib/fields/field-kind';
import { kindOf } from '@/lib/fields/registry';
import type { ListState } from '@/lib/resource/use-resource-list';
import type { Range } from './range';

/** What a paste would change, row by row, and what it cannot. */
export interface Pasted {
  changes: { row: Row; changes: Record<string, unknown> }[];
  refused: { row: Row; field: string; text: string }[];
  /** Rows of the clipboard that stand below the last row of the list. */
  beyond: number;
}

/** Lays cells over the list from the top left corner of the range; one cell fills the whole range. */
export function planPaste(
  list: Pick<ListState, 'rowAt' | 'shownColumns' | 'count'>,
  cells: string[][],
  range: Range,
  label: LabelOf,
): Pasted {
  const isFill = cells.length === 1 && cells[0]?.length === 1;
  const height = isFill ? range.bottom - range.top + 1 : cells.length;
  const result: Pasted = { changes: [], refused: [], beyond: Math.max(0, range.top + height - list.count) };
  for (let down = 0; down < height - result.beyond; down++) {
    const row = list.rowAt(range.top + down);
    if (!row) continue;
    const line = cells[isFill ? 0 : down] ?? [];
    const width = isFill ? range.right - range.left + 1 : line.length;
    const changes: Record<string, unknown> = {};
    for (let across = 0; across < width; across++) {
      const field = list.shownColumns[range.left + across]?.field;
      if (!field) break;
      const text = line[isFill ? 0 : across] ?? '';
      const kind = kindOf(field);
      // What stands there already needs no right to stand there.
      if (kind.toText(row[field.key], field, row, label) === text) continue;
      const value = kind.fromText(text, field, label);
      const isOpen = field.writable === true && (!row.allowed_actions || row.allowed_actions.includes('update'));
      if (!isOpen || value === undefined) result.refused.push({ row, field: label(field.label) || field.key, text });
      else if (JSON.stringify(value ?? null) !== JSON.stringify(row[field.key] ?? null)) changes[field.key] = value;
    }
    if (Object.keys(changes).length > 0) result.changes.push({ row, changes });
  }
  return result;
}
