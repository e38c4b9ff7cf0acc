import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './client';

/** Who I am and what I may do; the whole interface hangs on it. */
export interface Session {
  user: { id: string; name: string; login: string; locale?: string | null; must_change_password?: boolean };
  tenant: { id: string; code: string; name: string; timezone: string; locale?: string | null };
  permissions: Record<string, unknown>;
  locale?: string | null;
}

export const sessionQuery = queryOptions({
  queryKey: ['/auth/me'],
  queryFn: ({ signal }) => call('get', '/auth/me', { signal }) as Promise<Session>,
  staleTime: 5 * 60_000,
});

export function useSession(): Session | undefined {
  return useQuery({ ...sessionQuery, enabled: false }).data;
}
