import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { DeliveriesPage } from '@/features/notifications/deliveries/deliveries-page';

const status = z.catch(z.optional(z.enum(['failed', 'queued', 'simulated', 'sent', 'all'])), undefined);

import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/notification-deliveries')({
  staticData: { permission: 'notification_delivery:read', title: 'notification_rule:deliveries' },
  validateSearch: z.object({ status }),
  loader: () => startWords('notification_rule'),
  component: DeliveriesPage,
});
