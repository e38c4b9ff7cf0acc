import { Form, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { RemoteSelectInput } from '@/lib/fields/remote-select';

const KINDS = ['customer', 'lead', 'contact'] as const;

/** Whom something is about: a customer, a lead or a contact. */
export function SubjectFields({ isRequired = false }: { isRequired?: boolean }) {
  const { t } = useTranslation('follow_up_plan');
  const form = Form.useFormInstance();
  const kind = (Form.useWatch('subject', form) as string | undefined) ?? 'customer';
  return (
    <Form.Item label={t('about')} required={isRequired} className="gx-subject">
      <Form.Item name="subject" noStyle initialValue="customer">
        <Segmented
          aria-label={t('about')}
          options={KINDS.map((it) => ({ value: it, label: t(`subject.${it}`) }))}
          onChange={() => form.setFieldValue('subject_id', undefined)}
        />
      </Form.Item>
      <Form.Item name="subject_id" noStyle rules={[{ required: isRequired, message: t('about_required') }]}>
        <RemoteSelectInput
          key={kind}
          path={`/${kind}s`}
          label={t('about_which')}
          placeholder={t('about_which')}
          allowClear
        />
      </Form.Item>
    </Form.Item>
  );
}
