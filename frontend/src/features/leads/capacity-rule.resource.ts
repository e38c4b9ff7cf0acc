import { defineResource } from '@/lib/resource/define-resource';

export const capacityRule = defineResource({
  key: 'capacity_rule',
  list: '/capacity-rules',
  item: '/capacity-rules/{id}',
  titleOf: (row) => String(row.name ?? ''),
});
