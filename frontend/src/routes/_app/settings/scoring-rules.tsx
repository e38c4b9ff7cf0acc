import { createFileRoute } from '@tanstack/react-router';
import { ScoringRulesPage } from '@/features/leads/rules/scoring-page';
import { ruleSearch } from '@/lib/rules/rule-search';

export const Route = createFileRoute('/_app/settings/scoring-rules')({
  staticData: { permission: 'scoring_rule:read', title: 'rule:scoring.title' },
  validateSearch: ruleSearch,
  component: ScoringRulesPage,
});
