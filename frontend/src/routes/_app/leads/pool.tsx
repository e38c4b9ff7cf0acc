import { createFileRoute } from '@tanstack/react-router';
import { lead } from '@/features/leads/lead.resource';
import { POOLED } from '@/features/leads/lead-lists';
import { LeadPoolPage } from '@/features/leads/lead-pool-page';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/leads/pool')({
  staticData: { permission: 'lead:read', title: 'lead:pool' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(lead, deps.search, POOLED),
  component: LeadPoolPage,
});
