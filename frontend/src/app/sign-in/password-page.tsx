import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../session';
import { AuthCard } from './auth-card';
import { useSubmit } from './use-submit';

interface Values {
  current: string;
  new: string;
}

export function PasswordPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const { submit, problem, isSending } = useSubmit<Values>(form, async (values) => {
    await changePassword(values);
    await navigate({ to: '/' });
  });
  return (
    <AuthCard title={t('auth.change_password')} problem={problem}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} size="large">
        <Form.Item name="current" label={t('auth.current_password')} rules={[{ required: true }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="new"
          label={t('auth.new_password')}
          extra={t('auth.password_hint')}
          rules={[{ required: true, min: 8 }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isSending}>
          {t('save')}
        </Button>
      </Form>
    </AuthCard>
  );
}
