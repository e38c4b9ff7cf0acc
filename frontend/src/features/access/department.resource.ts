import { defineResource } from '@/lib/resource/define-resource';

export const department = defineResource({
  key: 'department',
  list: '/departments',
  item: '/departments/{id}',
  titleOf: (row) => String(row.name ?? ''),
});
