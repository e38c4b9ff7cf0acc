import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import type { Preview } from './convert-fields';
import { MappedFields } from './mapped-fields';

const EMPTY = { name: null, mobile: null, title: null };

/** The person behind the lead: new, one of the customer's, or nobody. */
export function ContactPart({ preview }: { preview: Preview }) {
  const { t } = useTranslation('lead');
  const mode = Form.useWatch(['contact', 'mode']);
  const isLinked = Form.useWatch(['customer', 'mode']) === 'link';
  const customerId = Form.useWatch(['customer', 'id']);
  return (
    <fieldset className="gx-convert-part">
      <legend>{t('convert.contact')}</legend>
      <Form.Item name={['contact', 'mode']}>
        <Radio.Group
          options={[
            { value: 'create', label: t('convert.create_contact') },
            { value: 'link', label: t('convert.link_contact'), disabled: !isLinked },
            { value: 'none', label: t('convert.no_contact') },
          ]}
        />
      </Form.Item>
      {mode === 'create' && <MappedFields part="contact" resource="contacts" values={preview.contact ?? EMPTY} />}
      {mode === 'link' && (
        <Form.Item
          name={['contact', 'id']}
          label={t('convert.which_contact')}
          rules={[{ required: true, message: t('convert.contact_required') }]}
        >
          <RecordSelect
            path="/contacts"
            query={customerId ? { filter: { field: 'customer_id', op: 'eq', value: customerId } } : undefined}
          />
        </Form.Item>
      )}
    </fieldset>
  );
}
