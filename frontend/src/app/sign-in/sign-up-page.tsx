import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../preferences';
import { signUp } from '../session';
import { AuthCard } from './auth-card';
import { useSubmit } from './use-submit';

interface Values {
  company: string;
  tenant: string;
  name: string;
  login: string;
  password: string;
}

/** A new organisation and its first administrator. */
export function SignUpPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const { submit, problem, isSending } = useSubmit<Values>(form, async (values) => {
    await signUp(values);
    usePreferences.setState({ tenant: values.tenant });
    await navigate({ to: '/' });
  });
  return (
    <AuthCard title={t('auth.sign_up')} problem={problem} foot={<Link to="/login">{t('auth.to_sign_in')}</Link>}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} size="large">
        <Form.Item name="company" label={t('auth.company')} rules={[{ required: true, whitespace: true }]}>
          <Input autoFocus autoComplete="organization" />
        </Form.Item>
        <Form.Item name="tenant" label={t('auth.tenant')} extra={t('auth.tenant_hint')} rules={[{ required: true }]}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="name" label={t('auth.name')} rules={[{ required: true, whitespace: true }]}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="login" label={t('auth.login')} rules={[{ required: true }]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('auth.password')}
          extra={t('auth.password_hint')}
          rules={[{ required: true, min: 8 }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isSending}>
          {t('auth.sign_up')}
        </Button>
      </Form>
    </AuthCard>
  );
}
