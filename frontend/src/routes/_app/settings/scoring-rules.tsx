import { createFileRoute } from '@tanstack/react-router';
import { ScoringRulesPage } from '@/features/leads/rules/scoring-page';
import { startWords } from '@/lib/resource/start-words';
import { ruleSearch } from '@/lib/rules/rule-search';

export const Route = createFileRoute('/_app/settings/scoring-rules')({
  staticData: { permission: 'scoring_rule:read', title: 'rule:scoring.title' },
  validateSearch: ruleSearch,
  loader: () => startWords('rule'),
  component: ScoringRulesPage,
});
