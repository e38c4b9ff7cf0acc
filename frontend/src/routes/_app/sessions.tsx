import { createFileRoute } from '@tanstack/react-router';
import { SessionsPage } from '@/features/platform/account/sessions-page';

export const Route = createFileRoute('/_app/sessions')({
  staticData: { title: 'account:sessions' },
  component: SessionsPage,
});
