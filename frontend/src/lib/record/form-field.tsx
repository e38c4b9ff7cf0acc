import { Form } from 'antd';
import { FieldInput } from '@/lib/fields/field-input';
import { useFieldHint } from '@/lib/fields/use-field-hint';
import { type Field, useLabel } from '@/lib/resource/meta';
import './record.css';

interface FormFieldProps {
  field: Field;
  /** Where its value stands in the form; under its key otherwise. */
  name?: (string | number)[];
  initialValue?: unknown;
  autoFocus?: boolean;
}

const WIDE = new Set(['long_text', 'json']);

/** A field as forms ask for it: its word, its control, and what is said of it. */
export function FormField({ field, name, initialValue, autoFocus }: FormFieldProps) {
  const label = useLabel();
  const hint = useFieldHint();
  return (
    <Form.Item
      name={name ?? field.key}
      label={label(field.label) || field.key}
      required={field.required}
      initialValue={initialValue}
      extra={hint(field)}
      className={WIDE.has(field.kind) ? 'gx-form-wide' : undefined}
    >
      <FieldInput field={field} autoFocus={autoFocus} />
    </Form.Item>
  );
}
