import { defineResource } from '@/lib/resource/define-resource';
import { MobileCell } from './contact-cells';

export const contact = defineResource({
  key: 'contact',
  list: '/contacts',
  item: '/contacts/{id}',
  titleOf: (row) => String(row.name ?? ''),
  cells: { mobile: MobileCell },
});
