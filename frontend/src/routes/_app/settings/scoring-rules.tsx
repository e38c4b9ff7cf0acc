import { createFileRoute } from '@tanstack/react-router';
import { ruleSearch } from '@/features/leads/rules/rule-search';
import { ScoringRulesPage } from '@/features/leads/rules/scoring-page';

export const Route = createFileRoute('/_app/settings/scoring-rules')({
  staticData: { permission: 'scoring_rule:read', title: 'lead_rule:scoring.title' },
  validateSearch: ruleSearch,
  component: ScoringRulesPage,
});
