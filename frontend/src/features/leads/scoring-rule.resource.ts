import { defineResource } from '@/lib/resource/define-resource';

export const scoringRule = defineResource({
  key: 'scoring_rule',
  list: '/scoring-rules',
  item: '/scoring-rules/{id}',
  titleOf: (row) => String(row.name ?? ''),
});
