import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActionFieldsProps } from '@/lib/resource/define-resource';

/** Why it is given up, and whether those that come after it are too. */
export function CancelFields({ record }: ActionFieldsProps) {
  const { t } = useTranslation('follow_up_plan');
  return (
    <>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('reason_required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      {typeof record?.series_id === 'string' && (
        <Form.Item name="series" valuePropName="checked" initialValue={false}>
          <Checkbox>{t('with_series')}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}
