import { callPath } from '@/lib/api/client';
import { invalidate, queryClient } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import type { Resource } from '@/lib/resource/define-resource';
import { allQuery } from '@/lib/resource/use-rows';
import { useToast } from '@/lib/resource/use-toast';

/** Between two rows there is room. */
export const STEP = 10;

/** As their `position` says; among equals the older first. */
export function inOrder(rows: Row[]): Row[] {
  return rows.toSorted((a, b) => Number(a.position) - Number(b.position) || a.id.localeCompare(b.id));
}

/** Puts rows into another order: shown at once, saved one by one. */
export function usePositions(resource: Resource, rows: Row[], ...also: string[]) {
  const toast = useToast();
  return async (next: Row[]) => {
    if (next === rows) return;
    const places = new Map(next.map((row, at) => [row.id, (at + 1) * STEP]));
    queryClient.setQueryData<{ items: Row[] }>(allQuery(resource.list).queryKey, (old) => ({
      items: (old?.items ?? []).map((row) => ({ ...row, position: places.get(row.id) ?? row.position })),
    }));
    try {
      for (const { id, version, position } of next) {
        const body = { position: places.get(id) };
        if (position !== body.position)
          await callPath('patch', resource.item, { path: { id }, body, ifMatch: version });
      }
    } catch (error) {
      toast.failed(error);
    }
    invalidate(resource.list, ...also);
  };
}
