import { defineResource } from '@/lib/resource/define-resource';

export const relation = defineResource({
  key: 'customer_relation',
  list: '/customer-relations',
  item: '/customer-relations/{id}',
  titleOf: (row) => `${row.from_name ?? ''} – ${row.to_name ?? ''}`,
});
