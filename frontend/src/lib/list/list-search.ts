import * as z from 'zod/mini';
import { cleanFilter, type Filter } from '@/lib/resource/filter';

/** `none`: the view's own filter was cleared, as against "whatever the view says". */
const filter = z.pipe(
  z.unknown(),
  z.transform((input): Filter | 'none' | undefined => (input === 'none' ? 'none' : cleanFilter(input))),
);

const word = z.catch(z.optional(z.string()), undefined);
const flag = z.catch(z.optional(z.boolean()), undefined);

/** What the address of every list says; a broken part is dropped. */
export const listSearch = z.object({
  view: word,
  q: word,
  filter: z.optional(filter),
  sort: word,
  /** The drawer that creates a record is open. */
  create: flag,
});

export type ListSearch = z.infer<typeof listSearch>;

/** Changes part of the address; what is undefined leaves it. */
export type ChangeSearch = (change: Partial<ListSearch>, replace?: boolean) => void;
