import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { Failure } from './list-states';

const AT_ONCE = 50;

/** What is only told by cursor, the newest first: logs, bins. */
export function useEndless<T>(path: string, query: Record<string, unknown>) {
  const found = useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) =>
      callPath<{ items: T[]; next_cursor: string | null }>('get', path, {
        query: { ...query, limit: AT_ONCE, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  return { ...found, items: found.data?.pages.flatMap((page) => page.items) ?? [] };
}

interface EndlessProps<T> {
  found: ReturnType<typeof useEndless<T>>;
  empty: ReactNode;
  children: (item: T) => ReactNode;
}

/** Such a list with all its states, and the button for more. */
export function Endless<T>({ found, empty, children }: EndlessProps<T>) {
  const { t } = useTranslation();
  return (
    <>
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && found.items.length === 0 && empty}
      <ul>{found.items.map(children)}</ul>
      {found.hasNextPage && (
        <Button type="link" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('load_more')}
        </Button>
      )}
    </>
  );
}
