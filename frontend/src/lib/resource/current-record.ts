import { create } from 'zustand';
import type { Row } from '@/lib/api/schema-types';
import type { Resource } from './define-resource';

interface Current {
  resource: Resource;
  row: Row;
}

/** The record that fills the page, for the palette. */
export const useCurrentRecord = create<{ current: Current | null; show: (current: Current) => () => void }>(
  (set, get) => ({
    current: null,
    show: (current) => {
      set({ current });
      return () => {
        if (get().current === current) set({ current: null });
      };
    },
  }),
);
