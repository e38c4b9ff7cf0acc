import { createFileRoute } from '@tanstack/react-router';
import { AssignmentRulesPage } from '@/features/leads/rules/assignment-page';
import { ruleSearch } from '@/lib/rules/rule-search';

export const Route = createFileRoute('/_app/settings/assignment-rules')({
  staticData: { permission: 'assignment_rule:read', title: 'rule:assignment.title' },
  validateSearch: ruleSearch,
  component: AssignmentRulesPage,
});
