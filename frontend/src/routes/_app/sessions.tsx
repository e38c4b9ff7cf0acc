import { createFileRoute } from '@tanstack/react-router';
import { SessionsPage } from '@/features/platform/account/sessions-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/sessions')({
  staticData: { title: 'account:sessions' },
  loader: () => startWords('account'),
  component: SessionsPage,
});
