import { createFileRoute } from '@tanstack/react-router';
import { CalendarPage } from '@/features/activities/calendar/calendar-page';
import { calendarSearch } from '@/features/activities/calendar/calendar-search';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/calendar')({
  staticData: { permission: 'calendar_event:read', title: 'calendar_event:title' },
  validateSearch: calendarSearch,
  loader: () => startWords('calendar_event'),
  component: CalendarPage,
});
