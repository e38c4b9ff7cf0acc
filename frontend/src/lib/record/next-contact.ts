import type { Dayjs } from 'dayjs';
import { fromZone, today } from '@/lib/format/date';

/** Until the end of the working day one is in time. */
const HOUR = 18;
const MONDAY = 1;
const WEEK = 7;

const NEXT_CONTACTS = ['tomorrow', 'in_three_days', 'next_monday', 'in_a_week', 'in_a_month'] as const;
export type NextContact = (typeof NEXT_CONTACTS)[number];

/** What is offered on a day: on Mondays the next one is a week ahead, and said once. */
export function nextContacts(from: Dayjs = today()): NextContact[] {
  const monday = dayOf('next_monday', from);
  return NEXT_CONTACTS.filter((it) => it !== 'in_a_week' || !dayOf(it, from).isSame(monday, 'day'));
}

/** The date that a preset means, counted from a day. */
export function dayOf(preset: NextContact, from: Dayjs = today()): Dayjs {
  if (preset === 'tomorrow') return from.add(1, 'day');
  if (preset === 'in_three_days') return from.add(3, 'day');
  if (preset === 'in_a_week') return from.add(1, 'week');
  if (preset === 'in_a_month') return from.add(1, 'month');
  const ahead = (MONDAY - from.day() + WEEK) % WEEK || WEEK;
  return from.add(ahead, 'day');
}

export function momentOf(day: Dayjs): string {
  return fromZone(day.hour(HOUR).minute(0).second(0));
}
