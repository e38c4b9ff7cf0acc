import { createFileRoute } from '@tanstack/react-router';
import { CustomerPoolsPage } from '@/features/customers/pools/customer-pools-page';
import { startWords } from '@/lib/resource/start-words';
import { ruleSearch } from '@/lib/rules/rule-search';

export const Route = createFileRoute('/_app/settings/customer-pools')({
  staticData: { permission: 'customer_pool:read', title: 'rule:sea.title' },
  validateSearch: ruleSearch,
  loader: () => startWords('rule'),
  component: CustomerPoolsPage,
});
