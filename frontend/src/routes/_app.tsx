import { createFileRoute, redirect } from '@tanstack/react-router';
import { ensureSession } from '@/app/session';
import { Shell } from '@/app/shell/shell';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    const session = await ensureSession();
    if (!session) throw redirect({ to: '/login', search: { redirect: location.href } });
    if (session.user.must_change_password) throw redirect({ to: '/password' });
  },
  component: Shell,
});
