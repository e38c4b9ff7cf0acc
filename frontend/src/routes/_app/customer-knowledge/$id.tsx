import { createFileRoute } from '@tanstack/react-router';
import { knowledge } from '@/features/customers/knowledge/knowledge.resource';
import { KnowledgePage } from '@/features/customers/knowledge/knowledge-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/customer-knowledge/$id')({
  staticData: { permission: 'customer_knowledge:read', title: 'customer_knowledge:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(knowledge, params.id),
  component: KnowledgePage,
});
