// @vitest-environment node
import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { dayOf, nextContacts } from './next-contact';

it('no day is offered twice where Monday is a week ahead', () => {
  const [monday, tuesday] = [dayjs('2026-11-23'), dayjs('2026-11-24')];
  expect(nextContacts(monday)).toEqual(['tomorrow', 'in_three_days', 'next_monday', 'in_a_month']);
  expect(dayOf('next_monday', monday).format('YYYY-MM-DD')).toBe('2026-11-30');
  expect(nextContacts(tuesday)).toContain('in_a_week');
});
