import { useLayoutEffect } from 'react';

/** Takes away the words that `index.html` shows until the first page is there. */
export function useReady() {
  useLayoutEffect(() => document.getElementById('skeleton')?.remove(), []);
}
