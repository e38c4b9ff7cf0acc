import type { Dayjs } from 'dayjs';

export type CalendarView = 'month' | 'week' | 'day';

const WEEK = 7;

function mondayOf(day: Dayjs): Dayjs {
  return day.subtract((day.day() + WEEK - 1) % WEEK, 'day');
}

/** The days that a view shows; a month in whole weeks, from Monday on. */
export function daysOf(view: CalendarView, day: Dayjs): Dayjs[] {
  if (view === 'day') return [day];
  const first = view === 'week' ? mondayOf(day) : mondayOf(day.startOf('month'));
  const last = view === 'week' ? first.add(WEEK - 1, 'day') : mondayOf(day.endOf('month')).add(WEEK - 1, 'day');
  const days: Dayjs[] = [];
  for (let at = first; !at.isAfter(last, 'day'); at = at.add(1, 'day')) days.push(at);
  return days;
}
