import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { textOf } from '@/lib/fields/text';

/** A link to a record's page; plain words where that kind of record has none. */
export function RecordLink({ path, id, children }: { path: string; id: string; children: ReactNode }) {
  const router = useRouter();
  if (!(`${path}/$id` in router.routesByPath) || !textOf(id)) return <>{children}</>;
  return (
    <Link to={`${path}/$id` as string} params={{ id } as never} className="gx-record-link" preload="intent">
      {children}
    </Link>
  );
}
