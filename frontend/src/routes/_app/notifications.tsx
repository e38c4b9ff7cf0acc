import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { NotificationsPage } from '@/features/notifications/notifications-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/notifications')({
  staticData: { permission: 'notification:read', title: 'notification:title' },
  validateSearch: z.object({ tab: z.catch(z.optional(z.enum(['unread', 'all'])), undefined) }),
  loader: () => startWords('notification'),
  component: NotificationsPage,
});
