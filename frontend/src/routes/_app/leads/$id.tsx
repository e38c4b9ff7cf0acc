import { createFileRoute } from '@tanstack/react-router';
import { lead } from '@/features/leads/lead.resource';
import { LeadDetailPage } from '@/features/leads/lead-detail-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/leads/$id')({
  staticData: { permission: 'lead:read', title: 'lead:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(lead, params.id, 'visit', 'follow_up_plan'),
  component: LeadDetailPage,
});
