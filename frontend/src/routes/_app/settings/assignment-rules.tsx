import { createFileRoute } from '@tanstack/react-router';
import { AssignmentRulesPage } from '@/features/leads/rules/assignment-page';
import { startWords } from '@/lib/resource/start-words';
import { ruleSearch } from '@/lib/rules/rule-search';

export const Route = createFileRoute('/_app/settings/assignment-rules')({
  staticData: { permission: 'assignment_rule:read', title: 'rule:assignment.title' },
  validateSearch: ruleSearch,
  loader: () => startWords('rule'),
  component: AssignmentRulesPage,
});
