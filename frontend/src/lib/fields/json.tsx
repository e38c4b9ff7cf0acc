import type { CellProps, FieldKind } from './field-kind';
import { text } from './text';

function JsonCell({ value }: CellProps) {
  if (value === null || value === undefined) return null;
  return <code>{JSON.stringify(value)}</code>;
}

export const json: FieldKind = {
  ...text,
  width: 200,
  Cell: JsonCell,
  operators: ['is_null', 'is_not_null'],
  toText: (value) => (value === null || value === undefined ? '' : JSON.stringify(value)),
  fromText: () => undefined,
};
