import { create } from 'zustand';
import type { Row } from '@/lib/api/schema-types';
import type { Resource } from './define-resource';

/** Somebody else saved first: what I typed, what stands there now. */
interface Conflict {
  resource: Resource;
  mine: Record<string, unknown>;
  shown: Record<string, unknown>;
  theirs: Row;
  resolve: (choice: 'mine' | 'theirs') => void;
}

export const useConflict = create<{ current: Conflict | null }>(() => ({ current: null }));

export function askConflict(conflict: Omit<Conflict, 'resolve'>): Promise<'mine' | 'theirs'> {
  return new Promise((resolve) => {
    useConflict.setState({
      current: {
        ...conflict,
        resolve: (choice) => {
          useConflict.setState({ current: null });
          resolve(choice);
        },
      },
    });
  });
}
