import { useCallback, useRef } from 'react';
import { callPath } from './client';
import { isOutage, isProblem } from './problem';

/** Says that something made meanwhile is not what is asked for now: the first try had arrived after all. */
export const ARRIVED = 'IDEMPOTENCY_KEY_REUSED';

/**
 * Posts what makes something, once: what got lost on its way is sent again as the same request; what was refused is
 * corrected first and is another.
 */
export function useOnce() {
  const key = useRef<string>(undefined);
  return useCallback(async <T>(path: string, body: unknown): Promise<T> => {
    key.current ??= crypto.randomUUID();
    try {
      const made = await callPath<T>('post', path, { body, idempotencyKey: key.current });
      key.current = undefined;
      return made;
    } catch (error) {
      if (isProblem(error) && !isOutage(error)) key.current = undefined;
      throw error;
    }
  }, []);
}
