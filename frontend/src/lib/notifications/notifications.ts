import { useQuery } from '@tanstack/react-query';
import { callPath } from '@/lib/api/client';
import { invalidate, queryClient } from '@/lib/api/query';
import { useCan } from '@/lib/resource/permissions';

/** Something one is told. */
export interface Message {
  id: string;
  event: string;
  title: string;
  body: string;
  /** Where its record is listed: `users`. */
  resource: string;
  record_id: string;
  /** How many of a kind it tells of; of more than one, `record_id` is any. */
  count: number;
  urgent: boolean;
  read_at: string | null;
  created_at: string;
}

export const MESSAGES = '/notifications';
const UNREAD = '/notifications/unread';
const READ = '/notifications/read';

interface Unread {
  unread: number;
}

/** How many messages wait; kept fresh by the stream of changes. */
export function useUnread(): number {
  const can = useCan();
  const found = useQuery({
    queryKey: [UNREAD],
    queryFn: ({ signal }) => callPath<Unread>('get', UNREAD, { signal }),
    enabled: can('notification:read'),
    staleTime: 5 * 60_000,
    // While the stream was broken, nobody told what came and what was read elsewhere.
    refetchOnWindowFocus: 'always',
  });
  return found.data?.unread ?? 0;
}

/** What a message on the stream says: how many wait now, and that the lists are old. */
export function noteMessage(data: string) {
  try {
    const { unread } = JSON.parse(data) as Partial<Unread>;
    if (typeof unread === 'number') queryClient.setQueryData<Unread>([UNREAD], { unread });
  } catch {
    return;
  }
  invalidate(MESSAGES);
}

/** Notes that these, or all, have been read. */
export async function markRead(which: { ids: string[] } | { all: true }) {
  const answer = await callPath<Unread>('post', READ, { body: which });
  queryClient.setQueryData<Unread>([UNREAD], answer);
  invalidate(MESSAGES);
}

/** The window's name, with what waits before it. */
export function titleWith(unread: number, title: string): string {
  return unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${title}` : title;
}
