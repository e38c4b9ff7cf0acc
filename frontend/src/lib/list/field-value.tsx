import type { Row } from '@/lib/api/schema-types';
import { kindOf } from '@/lib/fields/registry';
import type { ListState } from '@/lib/resource/use-resource-list';

/** A field of a row as its kind draws it, if it is there. */
export function FieldValue({ list, row, name }: { list: ListState; row: Row; name: string }) {
  const field = list.fieldOf.get(name);
  const value = row[name];
  if (!field || value === null || value === undefined || value === '') return null;
  const Cell = list.resource.cells?.[name] ?? kindOf(field).Cell;
  return <Cell value={value} field={field} row={row} />;
}
