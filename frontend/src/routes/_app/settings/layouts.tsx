import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { LayoutsPage } from '@/features/platform/layouts/layouts-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/layouts')({
  staticData: { permission: 'layout:read', title: 'layout:title' },
  validateSearch: z.object({
    of: z.catch(z.optional(z.enum(['leads', 'customers', 'contacts'])), undefined),
    edit: z.catch(z.optional(z.string()), undefined),
  }),
  loader: () => startWords('layout', 'custom_field', 'rule', 'lead', 'customer', 'contact'),
  component: LayoutsPage,
});
