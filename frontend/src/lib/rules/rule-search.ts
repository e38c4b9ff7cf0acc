import * as z from 'zod/mini';

/** The rule whose drawer is open, or `new`. */
export const ruleSearch = z.object({
  edit: z.catch(z.optional(z.string()), undefined),
});
