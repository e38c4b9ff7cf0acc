import { createFileRoute } from '@tanstack/react-router';
import { lead } from '@/features/leads/lead.resource';
import { LeadListPage } from '@/features/leads/lead-list-page';
import { ALL_LEADS } from '@/features/leads/lead-lists';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/leads/')({
  staticData: { permission: 'lead:read', title: 'lead:title' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(lead, deps.search, ALL_LEADS),
  component: LeadListPage,
});
