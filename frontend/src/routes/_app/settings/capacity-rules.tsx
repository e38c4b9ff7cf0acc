import { createFileRoute } from '@tanstack/react-router';
import { CapacityRulesPage } from '@/features/leads/rules/capacity-page';
import { startWords } from '@/lib/resource/start-words';
import { ruleSearch } from '@/lib/rules/rule-search';

export const Route = createFileRoute('/_app/settings/capacity-rules')({
  staticData: { permission: 'capacity_rule:read', title: 'rule:capacity.title' },
  validateSearch: ruleSearch,
  loader: () => startWords('rule'),
  component: CapacityRulesPage,
});
