import * as z from 'zod/mini';
import { listSearch } from '@/lib/list/list-search';

const word = z.catch(z.optional(z.string()), undefined);

/** A link may say whom the new plan is about. */
export const planSearch = z.extend(listSearch, { subject: word, subject_id: word });
