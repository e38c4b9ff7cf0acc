import { createFileRoute } from '@tanstack/react-router';
import { calendarEvent } from '@/features/activities/calendar/event.resource';
import { EventPage } from '@/features/activities/calendar/event-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/calendar-events/$id')({
  staticData: { permission: 'calendar_event:read', title: 'calendar_event:event' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(calendarEvent, params.id),
  component: EventPage,
});
