import { useQuery } from '@tanstack/react-query';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';
import { listOf } from '@/lib/fields/tags';

/** Which keys of a rule hold ids of what. */
const HOLDERS: [path: string, keys: string[]][] = [
  ['/users', ['user_ids', 'admin_ids']],
  ['/roles', ['role_ids', 'exempt_role_ids']],
  ['/departments', ['department_ids']],
];
const AT_ONCE = 200;

export type NameOf = (id: unknown) => string;

/** The names of everybody that rules speak of. */
export function useNames(rules: Record<string, unknown>[]): NameOf {
  const wanted = HOLDERS.map(([path, keys]) => ({
    path,
    ids: [...new Set(rules.flatMap((rule) => keys.flatMap((key) => listOf(rule[key]))))].sort().slice(0, AT_ONCE),
  })).filter(({ ids }) => ids.length > 0);
  const found = useQuery({
    queryKey: ['names', wanted],
    queryFn: async ({ signal }) => {
      const lists = wanted.map(({ path, ids }) => {
        const query = { filter: { field: 'id', op: 'in', value: ids }, limit: AT_ONCE };
        return callPath<{ items: Row[] }>('get', path, { query, signal }).catch(() => ({ items: [] }));
      });
      const rows = (await Promise.all(lists)).flatMap((list) => list.items);
      return Object.fromEntries(rows.map((row) => [row.id, String(row.name ?? '')]));
    },
    enabled: wanted.length > 0,
    placeholderData: (old) => old,
    staleTime: 60_000,
  });
  return (id) => found.data?.[String(id)] ?? '…';
}
