import { useQuery } from '@tanstack/react-query';
import { callPath } from '@/lib/api/client';
import type { Label } from '@/lib/resource/meta';

interface Kind {
  resource: string;
  label: Label;
}

/** Every kind of record by the name it has in addresses. */
export function useResources(): Map<string, Label> {
  const { data } = useQuery({
    queryKey: ['/meta'],
    queryFn: ({ signal }) => callPath<{ items: Kind[] }>('get', '/meta', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return new Map((data?.items ?? []).map((it) => [it.resource, it.label]));
}
