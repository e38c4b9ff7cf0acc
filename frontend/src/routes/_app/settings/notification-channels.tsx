import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ChannelsPage } from '@/features/notifications/channels/channels-page';

const word = z.catch(z.optional(z.string()), undefined);

import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/notification-channels')({
  staticData: { permission: 'notification_channel:read', title: 'notification_channel:title' },
  validateSearch: z.object({ edit: word, address: word }),
  loader: () => startWords('notification_channel'),
  component: ChannelsPage,
});
