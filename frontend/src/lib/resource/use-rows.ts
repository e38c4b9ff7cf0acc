import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { callPath } from '@/lib/api/client';
import { queryClient } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';

const PAGE_SIZE = 100;
/** The server skips no further than this; beyond it people filter. */
const REACHABLE = 10_000;

export interface RowsPage {
  items: Row[];
  next_cursor?: string | null;
  total?: { value: number; capped: boolean } | null;
}

export interface RowsSearch {
  filter?: unknown;
  sort?: string;
  q?: string;
}

export function pageQuery(path: string, search: RowsSearch, page: number) {
  return {
    queryKey: [path, 'page', search, page] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      callPath<RowsPage>('get', path, {
        query: {
          ...search,
          limit: PAGE_SIZE,
          ...(page === 0 ? { count: 'capped' } : { offset: page * PAGE_SIZE }),
        },
        signal,
      }),
  };
}

/** All rows of what is never many: an organisation's own rules. */
export function allQuery(path: string) {
  return {
    queryKey: [path, 'all'] as const,
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const items: Row[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await callPath<RowsPage>('get', path, { query: { limit: PAGE_SIZE, cursor }, signal });
        items.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor);
      return { items };
    },
  };
}

/**
 * The rows of a list by index. Pages are loaded where one looks; while a new search is on its way the old rows stay.
 */
export function useRows(path: string, search: RowsSearch, isReady: boolean) {
  const [seen, setSeen] = useState({ from: 0, to: 0 });
  const first = useQuery({ ...pageQuery(path, search, 0), enabled: isReady, placeholderData: keepPreviousData });
  const isStale = first.isPlaceholderData;
  const total = first.data?.total;
  const count = Math.min(total?.value ?? first.data?.items.length ?? 0, REACHABLE);

  const pages: number[] = [];
  const last = Math.min(Math.floor(seen.to / PAGE_SIZE), Math.max(0, Math.ceil(count / PAGE_SIZE) - 1));
  for (let page = Math.max(1, Math.floor(seen.from / PAGE_SIZE)); page <= last; page++) pages.push(page);
  useQueries({ queries: pages.map((page) => ({ ...pageQuery(path, search, page), enabled: isReady && !isStale })) });

  const rowAt = useCallback(
    (index: number): Row | undefined => {
      const page = Math.floor(index / PAGE_SIZE);
      if (page === 0) return first.data?.items[index];
      const data = queryClient.getQueryData<RowsPage>(pageQuery(path, search, page).queryKey);
      return data?.items[index % PAGE_SIZE];
    },
    [path, search, first.data],
  );
  /** Says which rows are in sight, so that their pages are loaded. */
  const see = useCallback((from: number, to: number) => {
    const next = { from: from - (from % PAGE_SIZE), to: to - (to % PAGE_SIZE) + PAGE_SIZE - 1 };
    setSeen((old) => (old.from === next.from && old.to === next.to ? old : next));
  }, []);

  return {
    rowAt,
    see,
    count,
    total: total ?? null,
    isLoading: first.isPending,
    isStale: isStale || (first.isFetching && first.isStale && !first.data),
    error: first.data ? null : first.error,
    retry: () => void first.refetch(),
  };
}
