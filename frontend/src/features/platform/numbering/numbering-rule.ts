import { today } from '@/lib/format/date';

export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'date'; format: 'YYYY' | 'YYYYMM' | 'YYYYMMDD' }
  | { kind: 'sequence'; start: number; step: number; width: number };

export const FORMATS = ['YYYYMMDD', 'YYYYMM', 'YYYY'] as const;
export const RESETS = ['daily', 'monthly', 'yearly', 'never'] as const;

/** A segment of each kind, as one begins. */
export const NEW_SEGMENTS: Record<Segment['kind'], Segment> = {
  text: { kind: 'text', text: 'A' },
  date: { kind: 'date', format: 'YYYYMMDD' },
  sequence: { kind: 'sequence', start: 1, step: 1, width: 4 },
};

/** The first number of a day, as the server would write it. */
export function exampleOf(segments: Segment[], separator: string, day = today()): string {
  return segments
    .map((it) => {
      if (it.kind === 'text') return it.text;
      if (it.kind === 'date') return day.format(it.format);
      return String(it.start).padStart(it.width, '0');
    })
    .join(separator);
}
