import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Times are shown and typed in the organisation's zone, whatever the device's clock says. */
let zone = 'Asia/Shanghai';

export function setZone(next: string) {
  zone = next;
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
  if (typeof value !== 'string' || !value) return '';
  const time = inZone(value);
  return time.format(time.year() === today().year() ? 'MM-DD HH:mm' : 'YYYY-MM-DD HH:mm');
}

export function formatFullTime(value: unknown): string {
  return typeof value === 'string' && value ? inZone(value).format('YYYY-MM-DD HH:mm:ss') : '';
}

/** Whole days from today on; negative for the past. */
export function daysUntil(value: string): number {
  const day = value.length > 10 ? inZone(value).format('YYYY-MM-DD') : value;
  return dayjs(day).diff(dayjs(today().format('YYYY-MM-DD')), 'day');
}
