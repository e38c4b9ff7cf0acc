import { createFileRoute } from '@tanstack/react-router';
import { PreferencesPage } from '@/features/notifications/preferences-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/notification-preferences')({
  staticData: { permission: 'notification:read', title: 'notification:preferences' },
  loader: () => startWords('notification'),
  component: PreferencesPage,
});
