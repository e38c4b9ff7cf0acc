import { defineResource } from '@/lib/resource/define-resource';

export const dictionary = defineResource({
  key: 'dictionary',
  list: '/dictionaries',
  item: '/dictionaries/{id}',
  titleOf: (row) => String(row.name ?? row.code),
});
