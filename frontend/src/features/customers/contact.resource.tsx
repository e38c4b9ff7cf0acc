import { defineResource } from '@/lib/resource/define-resource';
import { MobileCell } from './contact-cells';

export const contact = defineResource({
  key: 'contact',
  list: '/contacts',
  item: '/contacts/{id}',
  titleOf: (row) => String(row.name ?? ''),
  cells: { mobile: MobileCell },
  panels: [
    {
      title: 'contact:panel.who',
      fields: ['mobile', 'phone', 'email', 'wechat', 'address', 'do_not_contact', 'consent'],
    },
    {
      title: 'contact:panel.person',
      fields: [
        'customer_id',
        'title',
        'department',
        'role_in_deal',
        'is_primary',
        'reports_to_id',
        'gender',
        'birthday',
        'birthday_calendar',
        'status',
        'tags',
        'remark',
      ],
    },
  ],
});
