import type { Row } from '@/lib/api/schema-types';
import { daysUntil } from '@/lib/format/date';
import type { Tone } from '@/lib/resource/define-resource';

const TONES: Record<string, Tone> = { severe: 'late', overdue: 'late', due_soon: 'soon' };

/** How much it presses to speak to them again: the server says, by the organisation's rules. */
export function contactTone(row: Row): Tone {
  return TONES[String(row.contact_color)] ?? 'none';
}

export function daysTo(value: unknown): number | undefined {
  return typeof value === 'string' && value ? daysUntil(value) : undefined;
}
