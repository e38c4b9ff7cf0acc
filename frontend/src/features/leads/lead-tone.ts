import type { Row } from '@/lib/api/schema-types';
import { contactTone, daysTo } from '@/lib/ownership/contact-tone';
import type { Tone } from '@/lib/resource/define-resource';

/** From how many days before it goes back to its pool a lead is shown as urgent. */
const RECYCLE_WARNING_DAYS = 3;

function toneOfDays(days: number | undefined, warning: number): Tone {
  if (days === undefined || days > warning) return 'none';
  return days < 0 ? 'late' : 'soon';
}

/** The last day before a lead is taken away is already late: tomorrow it is gone. */
export function recycleTone(row: Row): Tone {
  const days = daysTo(row.recycle_due_on);
  return toneOfDays(days === undefined ? undefined : days - 1, RECYCLE_WARNING_DAYS - 1);
}

/** The more urgent of: to be contacted, to be taken away. */
export function leadTone(row: Row): Tone {
  const tones = [recycleTone(row), contactTone(row)];
  return tones.includes('late') ? 'late' : tones.includes('soon') ? 'soon' : 'none';
}
