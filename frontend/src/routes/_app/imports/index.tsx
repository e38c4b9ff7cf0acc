import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ImportsPage } from '@/features/platform/imports/imports-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/imports/')({
  staticData: { title: 'import:title' },
  validateSearch: z.object({ resource: z.catch(z.optional(z.string()), undefined) }),
  loader: () => startWords('import'),
  component: ImportsPage,
});
