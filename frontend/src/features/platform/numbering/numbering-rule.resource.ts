import { defineResource } from '@/lib/resource/define-resource';

export const numberingRule = defineResource({
  key: 'numbering_rule',
  list: '/numbering-rules',
  item: '/numbering-rules/{id}',
  titleOf: (row) => String(row.object),
});
