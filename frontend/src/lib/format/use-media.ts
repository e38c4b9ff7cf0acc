import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(media: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(media);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(media).matches);
}

/** Whether there is room for more than a phone shows. */
export const useIsWide = () => useMedia('(min-width: 768px)');
