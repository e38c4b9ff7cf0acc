import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { NotificationRulesPage } from '@/features/notifications/rules/rules-page';

const word = z.catch(z.optional(z.string()), undefined);
const show = z.catch(z.optional(z.enum(['told', 'all'])), undefined);

import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/notification-rules')({
  staticData: { permission: 'notification_rule:read', title: 'notification_rule:title' },
  validateSearch: z.object({ event: word, q: word, show }),
  loader: () => startWords('notification_rule'),
  component: NotificationRulesPage,
});
