import { useQuery } from '@tanstack/react-query';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import { useSession } from '@/lib/api/session';
import { nameOf, type Resource } from '@/lib/resource/define-resource';
import type { Filter } from '@/lib/resource/filter';
import type { Column } from './columns';

export interface View {
  id: string;
  version: number;
  name: string;
  filter?: Filter | null;
  sort?: string | null;
  columns?: Column[] | null;
  shared?: boolean;
  pinned?: boolean;
  is_default?: boolean;
  position?: number;
  owner_id?: string;
  allowed_actions?: string[];
}

export function viewsQuery(resource: Resource) {
  const search = { resource: nameOf(resource), limit: 200 };
  return {
    queryKey: ['/views', search],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      callPath<{ items: View[] }>('get', '/views', { query: search, signal }),
    staleTime: 5 * 60_000,
    retry: false,
  };
}

const NO_VIEWS: View[] = [];

/** The address of the list without any view, where one's own view is what the bare address shows. */
export const NO_VIEW = 'all';

/** The saved views of a list: kept on the server, so that they follow the person and can be shared. */
export function useViews(resource: Resource) {
  const session = useSession();
  const { data, isPending } = useQuery({
    ...viewsQuery(resource),
    select: ({ items }) => [...items].sort((a, b) => (a.position ?? 0) - (b.position ?? 0)),
  });
  const changed = () => invalidate('/views');
  return {
    items: data ?? NO_VIEWS,
    /** Loaded, or not to be had: a list without views is still a list. */
    isSettled: !isPending,
    /** The one this person wants to see first. */
    home: data?.find((it) => it.is_default && it.owner_id === session?.user.id),
    create: async (view: Omit<View, 'id' | 'version'>) => {
      const body = { resource: nameOf(resource), ...view };
      const created = await callPath<View>('post', '/views', { body });
      changed();
      return created;
    },
    change: async (view: View, change: Partial<View>) => {
      await callPath('patch', '/views/{id}', { path: { id: view.id }, body: change, ifMatch: view.version });
      changed();
    },
    remove: async (view: View) => {
      await callPath('delete', '/views/{id}', { path: { id: view.id }, ifMatch: view.version });
      changed();
    },
  };
}
