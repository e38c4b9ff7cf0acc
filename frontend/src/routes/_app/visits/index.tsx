import { createFileRoute } from '@tanstack/react-router';
import { visit } from '@/features/activities/visits/visit.resource';
import { VisitListPage } from '@/features/activities/visits/visit-list-page';
import { VISITS } from '@/features/activities/visits/visit-lists';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/visits/')({
  staticData: { permission: 'visit:read', title: 'visit:title' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(visit, deps.search, VISITS),
  component: VisitListPage,
});
