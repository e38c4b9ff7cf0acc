import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/api/session';
import { FormField } from '@/lib/record/form-field';
import { momentOf } from '@/lib/resource/filter-match';
import { partsOf, type Section } from '@/lib/resource/layout';
import { useLabel, useMeta } from '@/lib/resource/meta';

/** The form as it will be; what is typed into it shows the conditions at work, and goes nowhere. */
export function LayoutPreview({ of, sections }: { of: string; sections: Section[] }) {
  const { t } = useTranslation('layout');
  const label = useLabel();
  const { byKey } = useMeta(of);
  const me = useSession()?.user.id;
  const [form] = Form.useForm();
  const [typed, setTyped] = useState<Record<string, unknown>>({});
  return (
    <section className="gx-layout-preview" aria-label={t('preview')}>
      <h3 className="gx-faint">{t('preview')}</h3>
      {/* A form within a form, which sends nothing. */}
      <Form
        component={false}
        form={form}
        name="preview"
        layout="vertical"
        onValuesChange={(_, all: Record<string, unknown>) => setTyped(all)}
      >
        {partsOf({ sections }, byKey, typed, momentOf(me)).map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections have no name but their place
          <fieldset key={at} className="gx-form-part">
            <legend>{label(part.label) || t('section', { at: at + 1 })}</legend>
            <div className="gx-form-grid">
              {part.fields.map((field) =>
                field.writable || field.only_at_creation ? (
                  <FormField key={field.key} field={field} />
                ) : (
                  <Form.Item key={field.key} label={label(field.label) || field.key}>
                    <Input disabled placeholder={t('mark.read_only')} aria-label={label(field.label)} />
                  </Form.Item>
                ),
              )}
            </div>
          </fieldset>
        ))}
      </Form>
    </section>
  );
}
