import { defineResource } from '@/lib/resource/define-resource';

export const workCalendar = defineResource({
  key: 'calendar',
  list: '/calendars',
  item: '/calendars/{id}',
  titleOf: (row) => String(row.name),
});
