import { defineResource } from '@/lib/resource/define-resource';

export const assignmentRule = defineResource({
  key: 'assignment_rule',
  list: '/assignment-rules',
  item: '/assignment-rules/{id}',
  titleOf: (row) => String(row.name ?? ''),
});
