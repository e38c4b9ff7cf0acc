import { defineResource } from '@/lib/resource/define-resource';

export const contact = defineResource({
  key: 'contact',
  list: '/contacts',
  item: '/contacts/{id}',
  titleOf: (row) => String(row.name ?? ''),
});
