import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ApiKeysPage } from '@/features/access/api-keys/api-keys-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/api-keys')({
  staticData: { permission: 'api_key:read', title: 'api_key:title' },
  validateSearch: z.object({ edit: z.catch(z.optional(z.string()), undefined) }),
  loader: () => startWords('api_key'),
  component: ApiKeysPage,
});
