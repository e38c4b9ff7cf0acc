import { kindOf } from '@/lib/fields/registry';
import { FormField } from '@/lib/record/form-field';
import { useMeta } from '@/lib/resource/meta';

interface MappedFieldsProps {
  /** Where they stand in the body: `customer` or `contact`. */
  part: string;
  resource: string;
  values: Record<string, unknown>;
}

/** The values the server has mapped, each to be corrected where it is read, and what else the organisation asks. */
export function MappedFields({ part, resource, values }: MappedFieldsProps) {
  const { fields } = useMeta(resource);
  return (
    <div className="gx-form-grid">
      {fields
        .filter((field) => field.writable !== false && (field.key in values || (field.custom && !kindOf(field).Panel)))
        .map((field) => (
          <FormField key={field.key} field={field} name={[part, 'fields', field.key]} />
        ))}
    </div>
  );
}
