import { useMemo } from 'react';
import { useSession } from '@/lib/api/session';
import { momentOf } from './filter-match';
import { layoutOf, type Part, partsOf } from './layout';
import { useMeta } from './meta';

/** What the organisation's layout shows of a record, or of what is typed of one; nothing where there is none. */
export function useParts(name: string, values: Record<string, unknown> | undefined): Part[] | undefined {
  const { meta, byKey } = useMeta(name);
  const me = useSession()?.user.id;
  return useMemo(() => {
    if (!values || !meta?.layouts?.length) return undefined;
    const moment = momentOf(me);
    const layout = layoutOf(meta.layouts, values, moment);
    return layout && partsOf(layout, byKey, values, moment);
  }, [meta, byKey, me, values]);
}
