import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Column } from './columns';

/** How this person arranged the columns of each view on this device. */
export const useColumnPreferences = create<{ columns: Record<string, Column[]> }>()(
  persist(() => ({ columns: {} }), { name: 'guanxi.columns' }),
);

export function keepColumns(key: string, columns: Column[] | undefined) {
  useColumnPreferences.setState((state) => {
    const { [key]: _, ...rest } = state.columns;
    return { columns: columns ? { ...rest, [key]: columns } : rest };
  });
}
