import { useQuery } from '@tanstack/react-query';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';

/** The words by which people know a record of any kind. */
export function nameOfRow(row: Row): string {
  for (const key of ['name', 'title', 'company_name', 'contact_name', 'no', 'code']) {
    const value = row[key];
    if (typeof value === 'string' && value) return value;
  }
  return row.id;
}

const AT_ONCE = 200;

/** The names of records of which only the ids are known, in one request; what may not be seen stays without a name. */
export function useNames(path: string, ids: string[]): (id: string) => string {
  const wanted = [...new Set(ids)].sort().slice(0, AT_ONCE);
  const query = { filter: { field: 'id', op: 'in', value: wanted }, limit: AT_ONCE };
  const found = useQuery({
    queryKey: [path, 'names', wanted],
    queryFn: ({ signal }) => callPath<{ items: Row[] }>('get', path, { query, signal }),
    enabled: wanted.length > 0,
    placeholderData: (old) => old,
    staleTime: 60_000,
  });
  const row = (id: string) => found.data?.items.find((it) => it.id === id);
  return (id) => {
    const known = row(id);
    return known ? nameOfRow(known) : '…';
  };
}
