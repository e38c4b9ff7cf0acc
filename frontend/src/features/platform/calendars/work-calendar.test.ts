// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  areSound,
  dayKinds,
  type Exception,
  missingYears,
  monthOf,
  sameDays,
  spansOf,
  WEEK,
  withHours,
  withoutSpan,
  withSpan,
  workingDays,
} from './work-calendar';

const OFFICE = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' }));
const off = (date: string, name = '春节'): Exception => ({ date, working: false, name });

describe('a work calendar', () => {
  it('says what a day is: by its week unless somebody says otherwise', () => {
    const kindOf = dayKinds(OFFICE, [off('2026-02-16'), { date: '2026-02-14', working: true }]);
    const days = ['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16'];
    expect(days.map(kindOf)).toEqual(['work', 'in_lieu', 'rest', 'holiday']);
    expect(workingDays(dayKinds(OFFICE, []), 2026)).toBe(261);
  });

  it('begins weeks on Monday', () => {
    expect(monthOf(2026, 2)).toMatchObject({ before: 6 });
    expect(monthOf(2026, 6).before).toBe(0);
    expect(monthOf(2028, 2).days.at(-1)).toBe('2028-02-29');
  });

  it('takes days of the same kind in a row together', () => {
    const days = [off('2026-02-17'), off('2026-02-16'), off('2026-02-18', '清明'), off('2027-02-19')];
    expect(spansOf(days, 2026)).toEqual([
      { from: '2026-02-16', to: '2026-02-17', working: false, name: '春节' },
      { from: '2026-02-18', to: '2026-02-18', working: false, name: '清明' },
    ]);
  });

  it('changes several days at once, and makes them usual again', () => {
    const span = { from: '2026-12-31', to: '2027-01-02', working: false, name: '元旦', hours: null };
    const days = withSpan([off('2027-01-02', '旧'), off('2026-01-01')], span);
    expect(days.map((it) => `${it.date} ${it.name}`)).toEqual([
      '2026-01-01 春节',
      '2026-12-31 元旦',
      '2027-01-01 元旦',
      '2027-01-02 元旦',
    ]);
    expect(withoutSpan(days, span)).toHaveLength(1);
  });

  it('knows which years nobody has entered', () => {
    expect(missingYears([off('2026-02-16')], 2026)).toEqual([2027]);
    expect(missingYears([], 2026)).toEqual([2026, 2027]);
  });

  it('tells the week in few words, and changes one day of it', () => {
    const week = withHours(OFFICE, 6, [{ from: '09:00', to: '12:00' }]);
    expect(sameDays(week).map(({ days }) => days)).toEqual([[1, 2, 3, 4, 5], [6]]);
    expect(sameDays(withHours(week, 3, [])).map(({ days }) => days)).toEqual([[1, 2], [4, 5], [6]]);
    expect(WEEK).toHaveLength(7);
  });

  it('takes hours that follow each other, to the end of the day', () => {
    const hours = (...parts: string[]) => parts.map((it) => ({ from: it.slice(0, 5), to: it.slice(6) }));
    expect(areSound(hours('13:30-24:00', '09:00-13:30'))).toBe(true);
    for (const wrong of [['18:00-09:00'], ['09:00-12:00', '11:00-18:00'], ['-12:00'], ['09:00-']]) {
      expect(areSound(hours(...wrong))).toBe(false);
    }
  });
});
