import { defineResource } from '@/lib/resource/define-resource';

export const customField = defineResource({
  key: 'custom_field',
  list: '/custom-fields',
  item: '/custom-fields/{id}',
  titleOf: (row) => String(row.label ?? row.key ?? ''),
});
