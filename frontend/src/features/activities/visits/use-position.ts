import { useCallback, useEffect, useState } from 'react';

export type Position =
  | { state: 'unknown' | 'asked' }
  | { state: 'found'; lat: string; lng: string; accuracy: number }
  | { state: 'denied' | 'timeout' | 'unavailable' };

const PATIENCE = 15_000;
const FRESH = 30_000;
/** What the browser calls its refusals. */
const REASONS: Record<number, 'denied' | 'timeout'> = { 1: 'denied', 3: 'timeout' };

/** Where one is. Nobody is asked before he asks for it himself; who has allowed it before is not asked again. */
export function usePosition() {
  const [position, setPosition] = useState<Position>({ state: 'unknown' });
  const ask = useCallback(() => {
    if (!navigator.geolocation) return setPosition({ state: 'unavailable' });
    setPosition({ state: 'asked' });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        setPosition({
          state: 'found',
          lat: coords.latitude.toFixed(6),
          lng: coords.longitude.toFixed(6),
          accuracy: Math.round(coords.accuracy),
        }),
      ({ code }) => setPosition({ state: REASONS[code] ?? 'unavailable' }),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: FRESH },
    );
  }, []);
  useEffect(() => {
    void navigator.permissions?.query({ name: 'geolocation' }).then(({ state }) => state === 'granted' && ask());
  }, [ask]);
  return { position, ask };
}
