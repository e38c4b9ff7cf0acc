import { defineResource } from '@/lib/resource/define-resource';

export const customerPool = defineResource({
  key: 'customer_pool',
  list: '/customer-pools',
  item: '/customer-pools/{id}',
  titleOf: (row) => String(row.name ?? ''),
});
