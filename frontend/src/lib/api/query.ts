import { QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from './client';
import { isOutage } from './problem';
import type { AnswerOf, PathFor, Row } from './schema-types';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      // A refusal stays a refusal; only an outage is worth another try.
      retry: (count, error) => isOutage(error) && count < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});

interface Input {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
}

/** `useQuery(query('/leads/{id}/history', { path: { id } }))`: the key begins with the API path. */
export function query<P extends PathFor<'get'>>(path: P, input: Input = {}) {
  return queryOptions({
    queryKey: [path, input.path ?? {}, input.query ?? {}] as const,
    queryFn: ({ signal }): Promise<AnswerOf<P, 'get'>> => call('get', path, { ...input, signal }),
  });
}

/** The key of one record: `[item path, id]`. */
export function recordKey(item: string, id: string) {
  return [item, { id }, {}] as const;
}

/** Everything under these paths is asked again when it is next looked at. */
export function invalidate(...paths: string[]) {
  for (const path of paths) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === path });
}

interface Page {
  items: Row[];
}

function isPage(data: unknown): data is Page {
  return typeof data === 'object' && data !== null && Array.isArray((data as Page).items);
}

/** Changes a record wherever it is cached: in every page that shows it and on its own. Gives back the way to undo that. */
export function writeRecord(list: string, item: string, id: string, change: (row: Row) => Row): () => void {
  const before = queryClient.getQueriesData({
    predicate: ({ queryKey }) => queryKey[0] === list || queryKey[0] === item,
  });
  for (const [key, data] of before) {
    if (isPage(data) && data.items.some((row) => row.id === id)) {
      queryClient.setQueryData(key, { ...data, items: data.items.map((row) => (row.id === id ? change(row) : row)) });
    } else if (key[0] === item && isRecord(data) && data.id === id) {
      queryClient.setQueryData(key, change(data));
    }
  }
  return () => {
    for (const [key, data] of before) queryClient.setQueryData(key, data);
  };
}

function isRecord(data: unknown): data is Row {
  return typeof data === 'object' && data !== null && 'id' in data && 'version' in data;
}

/** The newest version of a record anywhere in the cache. */
export function cachedVersion(list: string, item: string, id: string): number | undefined {
  let newest: number | undefined;
  for (const [, data] of queryClient.getQueriesData({
    predicate: ({ queryKey }) => queryKey[0] === list || queryKey[0] === item,
  })) {
    const rows = isPage(data) ? data.items : isRecord(data) ? [data] : [];
    for (const row of rows) if (row.id === id && row.version > (newest ?? 0)) newest = row.version;
  }
  return newest;
}
