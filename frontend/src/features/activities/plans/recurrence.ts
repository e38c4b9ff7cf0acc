export type Repeat = 'none' | 'daily' | 'weekly' | 'monthly';

interface Recurrence {
  repeat: Repeat;
  interval: number;
  /** `MO`, `TH`; of a week alone. */
  days: string[];
  count: number;
}

export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** What the server makes at most at once. */
export const MOST_TIMES = 52;

/** `FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH;COUNT=10`, or nothing where it comes once. */
export function ruleOf({ repeat, interval, days, count }: Recurrence): string | undefined {
  if (repeat === 'none') return undefined;
  const by = repeat === 'weekly' && days.length > 0 ? [`BYDAY=${DAYS.filter((it) => days.includes(it)).join()}`] : [];
  return [`FREQ=${repeat.toUpperCase()}`, `INTERVAL=${interval}`, ...by, `COUNT=${count}`].join(';');
}
