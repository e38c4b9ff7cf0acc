import { isTree } from '@/lib/fields/option-tree';
import { kindOf } from '@/lib/fields/registry';
import { type Field, idKeysOf, type Meta } from '@/lib/resource/meta';

/** One column as a view or a person has arranged it. */
export interface Column {
  key: string;
  width?: number;
  pinned?: boolean;
}

export interface ShownColumn {
  key: string;
  field: Field;
  width: number;
  /** Distance from the left edge when pinned. */
  left?: number;
}

export const CHECK_WIDTH = 40;
const MIN_WIDTH = 60;
const MAX_WIDTH = 600;

/** The columns in order, pinned ones first; columns whose field is gone or hidden drop out. */
export function shownColumns(columns: Column[], fields: Map<string, Field>): ShownColumn[] {
  const known = columns.flatMap((column) => {
    const field = fields.get(column.key);
    if (!field || field.readable === false) return [];
    return [{ column, field }];
  });
  let left = CHECK_WIDTH;
  const pinnedFirst = [...known.filter((it) => it.column.pinned), ...known.filter((it) => !it.column.pinned)];
  return pinnedFirst.map(({ column, field }) => {
    const width = clampWidth(column.width ?? usualWidth(field));
    const shown = { key: column.key, field, width, ...(column.pinned ? { left } : {}) };
    if (column.pinned) left += width;
    return shown;
  });
}

/** Words with those above them need room for both. */
function usualWidth(field: Field): number {
  const { width } = kindOf(field);
  return isTree(field.options) ? width + 70 : width;
}

export function clampWidth(width: number): number {
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(width)));
}

/** The first column names the row: wide, and it stays in sight. Of others than it, a name is drawn as whose it is. */
export function defaultColumns(meta: Meta | undefined): Column[] {
  const ids = idKeysOf(meta?.fields ?? []);
  return (meta?.default_columns ?? []).map((key, index) =>
    index === 0 ? { key, pinned: true, width: 220 } : { key: ids.get(key) ?? key },
  );
}

export function moveColumn(columns: Column[], key: string, before: string | null): Column[] {
  const moved = columns.find((it) => it.key === key);
  if (!moved || key === before) return columns;
  const rest = columns.filter((it) => it.key !== key);
  const at = before === null ? rest.length : rest.findIndex((it) => it.key === before);
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

export function toggleColumn(columns: Column[], key: string): Column[] {
  return columns.some((it) => it.key === key) ? columns.filter((it) => it.key !== key) : [...columns, { key }];
}

export function changeColumn(columns: Column[], key: string, change: Partial<Column>): Column[] {
  return columns.map((it) => (it.key === key ? { ...it, ...change } : it));
}
