import { createFileRoute } from '@tanstack/react-router';
import { CustomerPoolsPage } from '@/features/customers/pools/customer-pools-page';
import { ruleSearch } from '@/lib/rules/rule-search';

export const Route = createFileRoute('/_app/settings/customer-pools')({
  staticData: { permission: 'customer_pool:read', title: 'rule:sea.title' },
  validateSearch: ruleSearch,
  component: CustomerPoolsPage,
});
