import { defineResource } from '@/lib/resource/define-resource';

export const calendarEvent = defineResource({
  key: 'calendar_event',
  list: '/calendar-events',
  item: '/calendar-events/{id}',
  titleOf: (row) => String(row.title ?? ''),
});
