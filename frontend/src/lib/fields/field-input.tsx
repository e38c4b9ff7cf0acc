import type { Row } from '@/lib/api/schema-types';
import type { Field } from '@/lib/resource/meta';
import { kindOf } from './registry';

interface FieldInputProps {
  field: Field;
  row?: Row;
  /** Given by `Form.Item`. */
  value?: unknown;
  onChange?: (value: unknown) => void;
  id?: string;
  autoFocus?: boolean;
}

/** The editor of a field's kind as a child of antd's `Form.Item`. */
export function FieldInput({ field, row, value, onChange, id, autoFocus }: FieldInputProps) {
  const { Editor } = kindOf(field);
  return (
    <Editor id={id} field={field} row={row} value={value} autoFocus={autoFocus} onChange={(next) => onChange?.(next)} />
  );
}
