import * as z from 'zod/mini';

const word = z.catch(z.optional(z.string()), undefined);
const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);

/** What the log is asked for. */
export const auditSearch = z.object({
  tab: word,
  actor: word,
  action: word,
  result: word,
  resource: word,
  from: day,
  until: day,
});

export type AuditSearch = z.infer<typeof auditSearch>;
