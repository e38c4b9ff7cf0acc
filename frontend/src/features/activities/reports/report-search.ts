import * as z from 'zod/mini';
import { listSearch } from '@/lib/list/list-search';

const word = z.catch(z.optional(z.string()), undefined);

/** A link may say which report is to be written. */
export const reportSearch = z.extend(listSearch, { kind: word, date: word });
