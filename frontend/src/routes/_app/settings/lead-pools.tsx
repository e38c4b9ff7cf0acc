import { createFileRoute } from '@tanstack/react-router';
import { LeadPoolsPage } from '@/features/leads/rules/pool-page';
import { ruleSearch } from '@/features/leads/rules/rule-search';

export const Route = createFileRoute('/_app/settings/lead-pools')({
  staticData: { permission: 'lead_pool:read', title: 'lead_rule:pool.title' },
  validateSearch: ruleSearch,
  component: LeadPoolsPage,
});
