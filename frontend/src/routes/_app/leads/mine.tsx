import { createFileRoute } from '@tanstack/react-router';
import { lead } from '@/features/leads/lead.resource';
import { MyLeadsPage } from '@/features/leads/lead-list-page';
import { MY_LEADS } from '@/features/leads/lead-lists';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/leads/mine')({
  staticData: { permission: 'lead:read', title: 'lead:mine' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(lead, deps.search, MY_LEADS),
  component: MyLeadsPage,
});
