import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { daysOf } from './days';

const shown = (view: 'month' | 'week' | 'day', day: string) => {
  const days = daysOf(view, dayjs(day)).map((it) => it.format('MM-DD'));
  return [days[0], days.at(-1), days.length];
};

it('shows whole weeks, from Monday on', () => {
  expect(shown('month', '2026-11-22')).toEqual(['10-26', '12-06', 42]);
  expect(shown('month', '2027-02-10')).toEqual(['02-01', '02-28', 28]);
  expect(shown('week', '2026-11-22')).toEqual(['11-16', '11-22', 7]);
  expect(shown('day', '2026-11-22')).toEqual(['11-22', '11-22', 1]);
});
