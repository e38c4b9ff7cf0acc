import { useRef } from 'react';
import type { ListState } from '@/lib/resource/use-resource-list';

/** Which rows are chosen; Shift chooses everything between the last one and this one. */
export function useSelection(list: ListState) {
  const anchor = useRef<number | null>(null);
  const { rowAt, select, selectedIds, isAllSelected, count } = list;

  const range = (from: number, to: number): string[] => {
    const ids: string[] = [];
    for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
      const id = rowAt(index)?.id;
      if (id) ids.push(id);
    }
    return ids;
  };

  return {
    has: (id: string) => isAllSelected || selectedIds.has(id),
    isAll: isAllSelected,
    size: selectedIds.size,
    toggle: (index: number, isRange: boolean) => {
      const id = rowAt(index)?.id;
      if (!id) return;
      const ids = isRange && anchor.current !== null ? range(anchor.current, index) : [id];
      const isAdding = isRange || !selectedIds.has(id);
      anchor.current = index;
      select((old) => {
        const next = new Set(old);
        for (const it of ids) isAdding ? next.add(it) : next.delete(it);
        return next;
      });
    },
    extendTo: (index: number, from?: number) => {
      anchor.current ??= from ?? index;
      select(new Set(range(anchor.current, index)));
    },
    selectLoaded: () => select(new Set(range(0, count - 1))),
    clear: () => {
      anchor.current = null;
      select(new Set());
    },
  };
}

export type Selection = ReturnType<typeof useSelection>;
