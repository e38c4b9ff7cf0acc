import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { CalendarsPage } from '@/features/platform/calendars/calendars-page';

const word = z.catch(z.optional(z.string()), undefined);
const year = z.catch(z.optional(z.number().check(z.gte(1970), z.lte(2200))), undefined);

import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/calendars')({
  staticData: { permission: 'calendar:read', title: 'calendar:title' },
  validateSearch: z.object({ calendar: word, year, edit: word }),
  loader: () => startWords('calendar'),
  component: CalendarsPage,
});
