import { defineResource } from '@/lib/resource/define-resource';

export const role = defineResource({
  key: 'role',
  list: '/roles',
  item: '/roles/{id}',
  titleOf: (row) => String(row.name ?? row.code ?? ''),
});
