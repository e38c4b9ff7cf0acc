import { createFileRoute } from '@tanstack/react-router';
import { knowledge } from '@/features/customers/knowledge/knowledge.resource';
import { KnowledgeListPage } from '@/features/customers/knowledge/knowledge-list-page';
import { KNOWN } from '@/features/customers/knowledge/knowledge-lists';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/customer-knowledge/')({
  staticData: { permission: 'customer_knowledge:read', title: 'customer_knowledge:title' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(knowledge, deps.search, KNOWN),
  component: KnowledgeListPage,
});
