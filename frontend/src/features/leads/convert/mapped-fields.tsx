import { Form } from 'antd';
import { FieldInput } from '@/lib/fields/field-input';
import { useLabel, useMeta } from '@/lib/resource/meta';
import '@/lib/record/record.css';

interface MappedFieldsProps {
  /** Where they stand in the body: `customer` or `contact`. */
  part: string;
  resource: string;
  values: Record<string, unknown>;
}

/** The values the server has mapped, each to be corrected where it is read. */
export function MappedFields({ part, resource, values }: MappedFieldsProps) {
  const label = useLabel();
  const { fields } = useMeta(resource);
  return (
    <div className="gx-form-grid">
      {fields
        .filter((field) => field.key in values && field.writable !== false)
        .map((field) => (
          <Form.Item
            key={field.key}
            name={[part, 'fields', field.key]}
            label={label(field.label) || field.key}
            required={field.required}
            className={field.kind === 'long_text' ? 'gx-form-wide' : undefined}
          >
            <FieldInput field={field} />
          </Form.Item>
        ))}
    </div>
  );
}
