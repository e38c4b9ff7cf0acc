import { createFileRoute, redirect } from '@tanstack/react-router';

/** Events have no list of their own: they are in the calendar. */
export const Route = createFileRoute('/_app/calendar-events/')({
  beforeLoad: () => {
    throw redirect({ to: '/calendar' });
  },
});
