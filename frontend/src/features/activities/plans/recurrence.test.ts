import { expect, it } from 'vitest';
import { ruleOf } from './recurrence';

it('says how a plan comes again, in the words of calendars', () => {
  expect(ruleOf({ repeat: 'none', interval: 1, days: ['MO'], count: 5 })).toBeUndefined();
  expect(ruleOf({ repeat: 'weekly', interval: 2, days: ['TH', 'MO'], count: 10 })).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=10',
  );
  expect(ruleOf({ repeat: 'monthly', interval: 1, days: ['MO'], count: 3 })).toBe('FREQ=MONTHLY;INTERVAL=1;COUNT=3');
});
