import { createFileRoute } from '@tanstack/react-router';
import { visit } from '@/features/activities/visits/visit.resource';
import { VisitDetailPage } from '@/features/activities/visits/visit-detail-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/visits/$id')({
  staticData: { permission: 'visit:read', title: 'visit:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(visit, params.id),
  component: VisitDetailPage,
});
