import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** A first password; whoever gets it must change it when he signs in. */
export function PasswordFields() {
  const { t } = useTranslation('user');
  return (
    <Form.Item name="password" label={t('password')} extra={t('password_help')} rules={[{ required: true }]}>
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  );
}
