import { defineResource } from '@/lib/resource/define-resource';

export const layout = defineResource({
  key: 'layout',
  list: '/layouts',
  item: '/layouts/{id}',
  titleOf: (row) => String(row.name ?? ''),
});
