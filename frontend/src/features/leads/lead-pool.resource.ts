import { defineResource } from '@/lib/resource/define-resource';

export const leadPool = defineResource({
  key: 'lead_pool',
  list: '/lead-pools',
  item: '/lead-pools/{id}',
  titleOf: (row) => String(row.name ?? ''),
});
