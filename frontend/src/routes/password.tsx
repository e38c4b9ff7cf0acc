import { createFileRoute, redirect } from '@tanstack/react-router';
import { ensureSession } from '@/app/session';
import { PasswordPage } from '@/app/sign-in/password-page';

export const Route = createFileRoute('/password')({
  beforeLoad: async ({ location }) => {
    if (!(await ensureSession())) throw redirect({ to: '/login', search: { redirect: location.href } });
  },
  component: PasswordPage,
});
