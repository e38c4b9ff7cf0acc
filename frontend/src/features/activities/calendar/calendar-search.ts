import * as z from 'zod/mini';

const word = z.catch(z.optional(z.string()), undefined);

/** Which days are shown, how, and whether the drawer for a new event is open. */
export const calendarSearch = z.object({
  view: z.catch(z.optional(z.enum(['month', 'week', 'day'])), undefined),
  date: word,
  create: z.catch(z.optional(z.boolean()), undefined),
});
