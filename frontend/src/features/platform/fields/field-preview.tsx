import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '@/lib/fields/field-input';
import { useFieldHint } from '@/lib/fields/use-field-hint';
import { type Field, useLabel } from '@/lib/resource/meta';
import { exampleOf } from '../numbering/numbering-rule';
import type { Numbering } from './custom-field';

interface FieldPreviewProps {
  field: Field;
  numbering?: Numbering | null;
}

/** The field as forms will have it, to be tried. */
export function FieldPreview({ field, numbering }: FieldPreviewProps) {
  const { t } = useTranslation('custom_field');
  const label = useLabel();
  const hint = useFieldHint();
  const [tried, setTried] = useState<{ kind: string; value: unknown }>();
  // What was tried in one control says nothing to another.
  const value = tried && tried.kind === field.kind ? tried.value : field.rules?.default_value;
  const computed = numbering ? exampleOf(numbering.segments, numbering.separator) : t('computed');
  return (
    <section className="gx-field-preview" aria-label={t('preview')}>
      <h3 className="gx-faint">{t('preview')}</h3>
      <Form.Item
        label={label(field.label) || t('unnamed')}
        htmlFor="gx-field-tried"
        required={field.required}
        extra={hint(field)}
      >
        {field.writable ? (
          <FieldInput
            id="gx-field-tried"
            field={field}
            value={value}
            onChange={(next) => setTried({ kind: field.kind, value: next })}
          />
        ) : (
          <Input id="gx-field-tried" value={computed} disabled />
        )}
      </Form.Item>
    </section>
  );
}
