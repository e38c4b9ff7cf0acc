import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Times are shown and typed in the organisation's zone, whatever the device's clock says. */
let zone = 'Asia/Shanghai';
let clock = clockOf(zone);

export function setZone(next: string) {
  zone = next;
  clock = clockOf(next);
}

// Swedes write 2026-03-09 14:20:00. A list asks hundreds of times a second, and making a clock costs more than a row.
function clockOf(timeZone: string) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `2026-03-09 14:20:00`, as the organisation's clock shows it; a day, and what is no time, are shown as they are. */
function onClock(value: string | Date): string {
  if (typeof value === 'string' && DAY.test(value)) return value;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? String(value) : clock.format(time);
}

/** The moment as the organisation's clock shows it. */
export function inZone(value: string): Dayjs {
  return dayjs(value).tz(zone);
}

/** What stands on the organisation's clock, as a moment. */
export function fromZone(local: Dayjs): string {
  return dayjs.tz(local.format('YYYY-MM-DDTHH:mm:ss'), zone).format();
}

export function today(): Dayjs {
  return dayjs().tz(zone).startOf('day');
}

/** `2026-03-09`; a plain date is never shifted by a zone. */
export function formatDate(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 10) : '';
}

/** Short where a year says nothing: `03-09 14:20`, otherwise `2025-12-31 14:20`. */
export function formatTime(value: unknown): string {
  const time = formatFullTime(value);
  return time.slice(0, 4) === onClock(new Date()).slice(0, 4) ? time.slice(5, 16) : time.slice(0, 16);
}

export function formatFullTime(value: unknown): string {
  return typeof value === 'string' && value ? onClock(value) : '';
}

const A_DAY = 86_400_000;

/** Whole days from today on; negative for the past. */
export function daysUntil(value: string): number {
  const day = value.length > 10 ? onClock(value).slice(0, 10) : value;
  return (Date.parse(day) - Date.parse(onClock(new Date()).slice(0, 10))) / A_DAY;
}
