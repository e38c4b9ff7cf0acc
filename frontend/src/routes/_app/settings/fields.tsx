import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { FieldsPage } from '@/features/platform/fields/fields-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/fields')({
  staticData: { permission: 'custom_field:read', title: 'custom_field:title' },
  validateSearch: z.object({
    of: z.catch(z.optional(z.enum(['leads', 'customers', 'contacts'])), undefined),
    edit: z.catch(z.optional(z.string()), undefined),
  }),
  loader: () => startWords('custom_field', 'numbering_rule', 'rule'),
  component: FieldsPage,
});
