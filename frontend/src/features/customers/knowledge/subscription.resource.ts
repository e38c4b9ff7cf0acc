import { defineResource } from '@/lib/resource/define-resource';

export const subscription = defineResource({
  key: 'knowledge_subscription',
  list: '/knowledge-subscriptions',
  item: '/knowledge-subscriptions/{id}',
  titleOf: (row) => String(row.id),
});
