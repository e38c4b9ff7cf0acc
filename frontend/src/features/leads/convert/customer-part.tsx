import { Alert, Button, Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import { Candidates } from '@/lib/record/candidates';
import { useCan } from '@/lib/resource/permissions';
import type { Preview } from './convert-fields';
import { MappedFields } from './mapped-fields';

/** A new customer out of the lead's own words, or one that is there already; beside those that may be the same. */
export function CustomerPart({ preview }: { preview: Preview }) {
  const { t } = useTranslation('lead');
  const form = Form.useFormInstance();
  const mode = Form.useWatch(['customer', 'mode']) ?? 'create';
  const blocked = preview.duplicates.some((it) => it.blocking);
  const shown = Object.fromEntries(preview.duplicates.flatMap((it) => (it.id ? [[it.id, it.name]] : [])));
  return (
    <fieldset className="gx-convert-part">
      <legend>{t('convert.customer')}</legend>
      {preview.duplicates.length > 0 && (
        <section className="gx-twins" aria-label={t('common:twins.title')}>
          <h3>{t('common:twins.title')}</h3>
          <Candidates
            items={preview.duplicates}
            action={(it) =>
              it.object === 'customer' &&
              it.id && (
                <Button size="small" onClick={() => form.setFieldsValue({ customer: { mode: 'link', id: it.id } })}>
                  {t('convert.use_this')}
                </Button>
              )
            }
          />
        </section>
      )}
      <Form.Item name={['customer', 'mode']}>
        <Radio.Group
          options={[
            { value: 'create', label: t('convert.create_customer') },
            { value: 'link', label: t('convert.link_customer') },
          ]}
        />
      </Form.Item>
      {mode === 'create' && (
        <>
          <MappedFields part="customer" resource="customers" values={preview.customer} />
          {blocked && <Override />}
        </>
      )}
      {mode === 'link' && (
        <Form.Item
          name={['customer', 'id']}
          label={t('convert.which_customer')}
          extra={t('convert.link_text')}
          rules={[{ required: true, message: t('convert.customer_required') }]}
        >
          <RecordSelect path="/customers" shown={shown} />
        </Form.Item>
      )}
    </fieldset>
  );
}

/** The way past a blocking duplicate, for those who may, and only with a reason. */
function Override() {
  const { t } = useTranslation('lead');
  const can = useCan();
  const isChosen = Form.useWatch('override_duplicate') === true;
  if (!can('customer:create_duplicate')) {
    return <Alert type="warning" showIcon title={t('convert.blocked')} className="gx-convert-alert" />;
  }
  return (
    <>
      <Alert type="warning" showIcon title={t('convert.blocked_unless')} className="gx-convert-alert" />
      <Form.Item name="override_duplicate" valuePropName="checked">
        <Checkbox>{t('convert.override')}</Checkbox>
      </Form.Item>
      {isChosen && (
        <Form.Item
          name="reason"
          label={t('convert.reason')}
          rules={[{ required: true, message: t('common:ownership.note_required') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}
