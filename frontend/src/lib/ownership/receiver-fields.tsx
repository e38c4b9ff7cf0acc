import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';

const ACTIVE = { filter: { field: 'status', op: 'eq', value: 'active' } };

/** Who gets it. Whether he may have one more is the server's to say. */
export function ReceiverFields() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="user_id"
      label={t('ownership.receiver')}
      rules={[{ required: true, message: t('ownership.receiver_required') }]}
    >
      <RecordSelect path="/users" query={ACTIVE} autoFocus />
    </Form.Item>
  );
}
