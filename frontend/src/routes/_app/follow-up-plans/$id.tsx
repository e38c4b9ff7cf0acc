import { createFileRoute } from '@tanstack/react-router';
import { plan } from '@/features/activities/plans/plan.resource';
import { PlanDetailPage } from '@/features/activities/plans/plan-detail-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/follow-up-plans/$id')({
  staticData: { permission: 'follow_up_plan:read', title: 'follow_up_plan:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(plan, params.id),
  component: PlanDetailPage,
});
