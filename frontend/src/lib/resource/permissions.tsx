import { type ReactNode, useCallback } from 'react';
import { type Session, useSession } from '@/lib/api/session';

/** Absent or `none` means no; the scope itself is the server's business. */
export function isAllowed(session: Session | undefined, permission: string): boolean {
  const scope = session?.permissions[permission];
  return scope !== undefined && scope !== null && scope !== false && scope !== 'none';
}

export function useCan(): (permission: string) => boolean {
  const session = useSession();
  return useCallback((permission) => isAllowed(session, permission), [session]);
}

/** Shows its content to those who may do it. */
export function Can({ do: permission, children }: { do: string; children: ReactNode }) {
  return useCan()(permission) ? children : null;
}
