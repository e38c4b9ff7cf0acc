import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../preferences';
import { signIn } from '../session';
import { AuthCard } from './auth-card';
import { useSubmit } from './use-submit';

interface Values {
  tenant: string;
  login: string;
  password: string;
}

export function LoginPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const router = useRouter();
  const navigate = useNavigate();
  const { redirect } = useSearch({ from: '/login' });
  const tenant = usePreferences((state) => state.tenant);
  const { submit, problem, isSending } = useSubmit<Values>(form, async (values) => {
    await signIn(values);
    usePreferences.setState({ tenant: values.tenant });
    if (redirect) router.history.push(redirect);
    else await navigate({ to: '/' });
  });
  return (
    <AuthCard title={t('auth.sign_in')} problem={problem} foot={<Link to="/sign-up">{t('auth.to_sign_up')}</Link>}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ tenant }}
        requiredMark={false}
        onFinish={submit}
        size="large"
      >
        <Form.Item name="tenant" label={t('auth.tenant')} rules={[{ required: true }]}>
          <Input autoFocus={!tenant} autoComplete="organization" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="login" label={t('auth.login')} rules={[{ required: true }]}>
          <Input autoFocus={Boolean(tenant)} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('auth.password')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isSending}>
          {t('auth.sign_in')}
        </Button>
      </Form>
    </AuthCard>
  );
}
