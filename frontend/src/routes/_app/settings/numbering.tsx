import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { NumberingPage } from '@/features/platform/numbering/numbering-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/numbering')({
  staticData: { permission: 'numbering_rule:read', title: 'numbering_rule:title' },
  validateSearch: z.object({ edit: z.catch(z.optional(z.string()), undefined) }),
  loader: () => startWords('numbering_rule'),
  component: NumberingPage,
});
