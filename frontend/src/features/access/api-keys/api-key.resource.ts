import { defineResource } from '@/lib/resource/define-resource';

export const apiKey = defineResource({
  key: 'api_key',
  list: '/api-keys',
  item: '/api-keys/{id}',
  titleOf: (row) => String(row.name),
});
