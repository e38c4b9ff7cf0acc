import { createFileRoute } from '@tanstack/react-router';
import { LeadPoolsPage } from '@/features/leads/rules/pool-page';
import { startWords } from '@/lib/resource/start-words';
import { ruleSearch } from '@/lib/rules/rule-search';

export const Route = createFileRoute('/_app/settings/lead-pools')({
  staticData: { permission: 'lead_pool:read', title: 'rule:pool.title' },
  validateSearch: ruleSearch,
  loader: () => startWords('rule'),
  component: LeadPoolsPage,
});
