import { createFileRoute } from '@tanstack/react-router';
import { plan } from '@/features/activities/plans/plan.resource';
import { PlanListPage } from '@/features/activities/plans/plan-list-page';
import { PLANS } from '@/features/activities/plans/plan-lists';
import { planSearch } from '@/features/activities/plans/plan-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/follow-up-plans/')({
  staticData: { permission: 'follow_up_plan:read', title: 'follow_up_plan:title' },
  validateSearch: planSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(plan, deps.search, PLANS),
  component: PlanListPage,
});
