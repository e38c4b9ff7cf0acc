import * as z from 'zod/mini';

/** What the address of every record says. */
export const recordSearch = z.object({
  tab: z.catch(z.optional(z.string()), undefined),
  /** The drawer that edits it as a whole is open. */
  edit: z.catch(z.optional(z.boolean()), undefined),
});
