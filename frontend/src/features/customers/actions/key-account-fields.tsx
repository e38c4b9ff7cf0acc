import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActionFieldsProps } from '@/lib/resource/define-resource';

/** Whether a customer is one of those that the house must not lose, and why. */
export function KeyAccountFields({ record }: ActionFieldsProps) {
  const { t } = useTranslation('customer');
  return (
    <>
      <p className="gx-faint gx-action-text">{t('key_account_text')}</p>
      <Form.Item name="is_key_account" label={t('key_account')} initialValue={record?.is_key_account !== true}>
        <Radio.Group
          options={[
            { value: true, label: t('common:yes') },
            { value: false, label: t('common:no') },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('key_account_reason')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </>
  );
}
