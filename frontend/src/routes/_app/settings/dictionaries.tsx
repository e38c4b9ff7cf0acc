import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { DictionariesPage } from '@/features/platform/dictionaries/dictionaries-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/dictionaries')({
  staticData: { permission: 'dictionary:read', title: 'dictionary:title' },
  validateSearch: z.object({ code: z.catch(z.optional(z.string()), undefined) }),
  loader: () => startWords('dictionary'),
  component: DictionariesPage,
});
