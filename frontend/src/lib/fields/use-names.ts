import { useQueries } from '@tanstack/react-query';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';

const UNKNOWN = '…';

/** The words by which people know a record of any kind. */
export function nameOfRow(row: Row): string {
  for (const key of ['name', 'title', 'company_name', 'contact_name', 'no', 'code']) {
    const value = row[key];
    if (typeof value === 'string' && value) return value;
  }
  return row.id;
}

type Names = Map<string, string>;
const asked = new Map<string, { ids: Set<string>; names: Promise<Names> }>();

async function namesOf(path: string, ids: string[]): Promise<Names> {
  const query = { filter: { field: 'id', op: 'in', value: ids }, limit: ids.length };
  const { items } = await callPath<{ items: Row[] }>('get', path, { query });
  return new Map(items.map((row) => [row.id, nameOfRow(row)]));
}

/** All that is asked for while a page is drawn is asked in one request. */
async function nameOf(path: string, id: string): Promise<string> {
  let batch = asked.get(path);
  if (!batch) {
    const ids = new Set<string>();
    const names = new Promise((resolve) => setTimeout(resolve)).then(() => {
      asked.delete(path);
      return namesOf(path, [...ids]);
    });
    batch = { ids, names };
    asked.set(path, batch);
  }
  batch.ids.add(id);
  return (await batch.names).get(id) ?? UNKNOWN;
}

/** The names of records of which only the ids are known; what one may not see stays without a name. */
export function useNames(path: string, ids: string[]): (id: string) => string {
  const found = useQueries({
    queries: ids.map((id) => ({ queryKey: [path, 'name', id], queryFn: () => nameOf(path, id), staleTime: 60_000 })),
  });
  return (id) => found[ids.indexOf(id)]?.data ?? UNKNOWN;
}
