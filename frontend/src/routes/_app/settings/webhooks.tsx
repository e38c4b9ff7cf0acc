import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { WebhooksPage } from '@/features/notifications/webhooks/webhooks-page';

const word = z.catch(z.optional(z.string()), undefined);

import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/webhooks')({
  staticData: { permission: 'webhook:read', title: 'webhook:title' },
  validateSearch: z.object({ edit: word, log: word }),
  loader: () => startWords('webhook'),
  component: WebhooksPage,
});
