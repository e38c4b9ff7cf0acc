// @vitest-environment node
import { expect, it } from 'vitest';
import { changeRule, rulesOf, withRule } from './contact-rule';

it('a rule left open says nothing of what it leaves out', () => {
  expect(rulesOf([{ object: 'lead', days: 1 }])).toEqual([
    { object: 'lead', level: null, lifecycle: null, relationship: null, days: 1, due_soon_days: null, active: true },
  ]);
  expect(rulesOf([{ object: 'lead' }])[0]?.days).toBeNull();
  expect(rulesOf(null)).toEqual([]);
});

it('of leads there is no life cycle and no relationship', () => {
  const rules = changeRule(withRule([]), 0, { lifecycle: 'retention', relationship: 'strategic', level: 'A' });
  expect(rules[0]).toMatchObject({ lifecycle: 'retention', relationship: 'strategic' });
  expect(changeRule(rules, 0, { object: 'lead' })[0]).toMatchObject({
    level: 'A',
    lifecycle: null,
    relationship: null,
  });
});
