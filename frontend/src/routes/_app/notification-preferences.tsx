import { createFileRoute } from '@tanstack/react-router';
import { PreferencesPage } from '@/features/notifications/preferences-page';

export const Route = createFileRoute('/_app/notification-preferences')({
  staticData: { permission: 'notification:read', title: 'notification:preferences' },
  component: PreferencesPage,
});
