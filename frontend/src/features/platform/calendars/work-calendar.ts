import dayjs from 'dayjs';
import type { Row } from '@/lib/api/schema-types';

export interface Hours {
  from: string;
  to: string;
}

export interface WeeklyHours extends Hours {
  /** 1 is Monday, 7 is Sunday. */
  day: number;
}

/** A date that is not what its day of the week says. */
export interface Exception {
  date: string;
  working: boolean;
  name?: string | null;
  /** Null: as on the first working day of the week. */
  hours?: Hours[] | null;
}

export const WEEK = [1, 2, 3, 4, 5, 6, 7];
const DAY_FORMAT = 'YYYY-MM-DD';

export function weekOf(row: Row): WeeklyHours[] {
  return Array.isArray(row.weekly) ? (row.weekly as WeeklyHours[]) : [];
}

export function exceptionsOf(row: Row): Exception[] {
  return Array.isArray(row.exceptions) ? (row.exceptions as Exception[]) : [];
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(date: string): number {
  return dayjs(date).day() || 7;
}

/** What a day of the year is: drawn as a colour and said as a word. */
export type DayKind = 'work' | 'rest' | 'holiday' | 'in_lieu';

/** How the days of a calendar are told apart. */
export function dayKinds(week: WeeklyHours[], exceptions: Exception[]): (date: string) => DayKind {
  const worked = new Set(week.map(({ day }) => day));
  const special = new Map(exceptions.map((it) => [it.date, it]));
  return (date) => {
    const it = special.get(date);
    if (it) return it.working ? 'in_lieu' : 'holiday';
    return worked.has(weekdayOf(date)) ? 'work' : 'rest';
  };
}

/** The days of a month, with the empty places before the first when weeks begin on Monday. */
export function monthOf(year: number, month: number): { before: number; days: string[] } {
  const first = dayjs(`${year}-${String(month).padStart(2, '0')}-01`);
  const days = Array.from({ length: first.daysInMonth() }, (_, at) => first.add(at, 'day').format(DAY_FORMAT));
  return { before: weekdayOf(days[0] ?? '') - 1, days };
}

/** Days in a row that are the same for the same reason. */
export interface Span extends Omit<Exception, 'date'> {
  from: string;
  to: string;
}

/** The special days of a year as people speak of them: "Spring Festival, 15 to 23 February". */
export function spansOf(exceptions: Exception[], year: number): Span[] {
  const spans: Span[] = [];
  const own = exceptions.filter(({ date }) => date.startsWith(`${year}-`));
  for (const { date, ...rest } of own.sort((a, b) => a.date.localeCompare(b.date))) {
    const last = spans.at(-1);
    const isNext = last && dayjs(last.to).add(1, 'day').format(DAY_FORMAT) === date;
    const isSame = last && JSON.stringify(whatOf(last)) === JSON.stringify(whatOf(rest));
    if (last && isNext && isSame) last.to = date;
    else spans.push({ ...rest, from: date, to: date });
  }
  return spans;
}

function whatOf({ working, name, hours }: Omit<Exception, 'date'>) {
  return [working, name ?? null, hours ?? null];
}

/** At most this many days are changed in one go. */
export const LONGEST = 60;

function datesOf({ from, to }: { from: string; to: string }): string[] {
  const count = Math.min(dayjs(to).diff(dayjs(from), 'day') + 1, LONGEST);
  return Array.from({ length: Math.max(0, count) }, (_, at) => dayjs(from).add(at, 'day').format(DAY_FORMAT));
}

/** Without these days: they are what their day of the week says again. */
export function withoutSpan(exceptions: Exception[], span: { from: string; to: string }): Exception[] {
  return exceptions.filter(({ date }) => date < span.from || date > span.to);
}

/** With these days as said; what they were before is forgotten. */
export function withSpan(exceptions: Exception[], { from, to, ...what }: Span): Exception[] {
  const days = datesOf({ from, to }).map((date) => ({ date, ...what }));
  return [...withoutSpan(exceptions, { from, to }), ...days].sort((a, b) => a.date.localeCompare(b.date));
}

/** Years of which nobody has said the holidays, out of this one and the next. */
export function missingYears(exceptions: Exception[], thisYear: number): number[] {
  const known = new Set(exceptions.map(({ date }) => date.slice(0, 4)));
  return [thisYear, thisYear + 1].filter((year) => !known.has(String(year)));
}

/** Days of the week with the same hours, together: Monday to Friday, 09:00–12:00 and 13:30–18:00. */
export function sameDays(week: WeeklyHours[]): { days: number[]; hours: Hours[] }[] {
  const groups: { days: number[]; hours: Hours[] }[] = [];
  for (const day of WEEK) {
    const hours = hoursOf(week, day);
    if (hours.length === 0) continue;
    const last = groups.at(-1);
    const isNext = last?.days.at(-1) === day - 1;
    if (last && isNext && JSON.stringify(last.hours) === JSON.stringify(hours)) last.days.push(day);
    else groups.push({ days: [day], hours });
  }
  return groups;
}

export function hoursOf(week: WeeklyHours[], day: number): Hours[] {
  return week
    .filter((it) => it.day === day)
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** Whether hours end after they begin, one after the other. */
export function areSound(hours: Hours[]): boolean {
  const sorted = hours.toSorted((a, b) => a.from.localeCompare(b.from));
  return sorted.every(({ from, to }, at) => from !== '' && from < to && (sorted[at - 1]?.to ?? '') <= from);
}

/** The hours a day begins with when it becomes a working day: those of another one. */
export function usualHours(week: WeeklyHours[]): Hours[] {
  const day = WEEK.find((it) => hoursOf(week, it).length > 0);
  return day ? hoursOf(week, day) : [{ from: '09:00', to: '18:00' }];
}

export function withHours(week: WeeklyHours[], day: number, hours: Hours[]): WeeklyHours[] {
  const others = week.filter((it) => it.day !== day);
  return [...others, ...hours.map((it) => ({ day, ...it }))].sort(
    (a, b) => a.day - b.day || a.from.localeCompare(b.from),
  );
}

/** How many days of a year are worked. */
export function workingDays(kindOf: (date: string) => DayKind, year: number): number {
  const days = Array.from({ length: 12 }, (_, at) => monthOf(year, at + 1).days).flat();
  return days.filter((date) => kindOf(date) === 'work' || kindOf(date) === 'in_lieu').length;
}
