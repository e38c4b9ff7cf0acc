// @vitest-environment node
import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Filter } from './filter';
import { matches } from './filter-match';

const RECORD = {
  level: 'A',
  score: 72,
  budget: '120000.50',
  code: '007',
  tags: ['vip', 'east'],
  company: 'Acme 上海',
  owner_id: 'u1',
  region: null,
  c_vip: true,
  created_at: '2026-03-15T16:30:00Z',
  expected_date: '2026-03-20',
};
const MOMENT = { me: 'u1', today: dayjs('2026-03-16') };
const meets = (filter: unknown) => matches(filter as Filter, RECORD, MOMENT);

describe('conditions mean what lists mean', () => {
  it.each([
    { field: 'level', op: 'eq', value: 'A' },
    { field: 'level', value: 'A' },
    { field: 'level', op: 'in', value: ['A', 'B'] },
    { field: 'c_vip', op: 'eq', value: true },
    { field: 'score', op: 'between', value: [60, 79] },
    { field: 'score', op: 'gte', value: '72' },
    { field: 'budget', op: 'gt', value: '20000' },
    { field: 'budget', op: 'eq', value: '120000.5' },
    { field: 'code', op: 'ne', value: '7' },
    { field: 'tags', op: 'contains', value: 'vip' },
    { field: 'tags', op: 'in', value: ['north', 'east'] },
    { field: 'company', op: 'contains', value: 'ACME' },
    { field: 'company', op: 'starts_with', value: 'acme' },
    { field: 'owner_id', op: 'in', value: 'me' },
    { field: 'region', op: 'is_null' },
    { field: 'region', op: 'ne', value: '310000' },
    { field: 'region', op: 'not_in', value: ['310000'] },
    { field: 'nothing', op: 'is_null' },
    { field: 'created_at', op: 'today' },
    { field: 'created_at', op: 'eq', value: '2026-03-16' },
    { field: 'created_at', op: 'gte', value: '2026-03-16' },
    { field: 'created_at', op: 'last_n_days', value: 1 },
    { field: 'expected_date', op: 'this_week' },
    { field: 'expected_date', op: 'next_n_days', value: 5 },
    { and: [] },
    { not: { or: [] } },
    {
      and: [
        { field: 'level', op: 'eq', value: 'A' },
        { or: [{ field: 'score', op: 'lt', value: 1 }, { not: { field: 'level', op: 'eq', value: 'B' } }] },
      ],
    },
  ])('meets %j', (filter) => expect(meets(filter)).toBe(true));

  it.each([
    { field: 'region', op: 'eq', value: '310000' },
    { field: 'region', op: 'lt', value: 5 },
    { field: 'region', op: 'gte', value: 5 },
    { field: 'tags', op: 'contains', value: 'vi' },
    { field: 'created_at', op: 'yesterday' },
    { field: 'expected_date', op: 'next_n_days', value: 4 },
    { field: 'score', op: 'between', value: [73, 90] },
    { field: 'score', op: 'between', value: 72 },
    { field: 'level', op: 'gt', value: 3 },
    { field: 'level', op: 'nonsense' },
  ])('does not meet %j', (filter) => expect(meets(filter)).toBe(false));
});
