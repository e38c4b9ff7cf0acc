// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { listSearch } from '@/lib/list/list-search';
import { FIELD_MAP } from '@/test/factories';
import { cleanFilter, filterOf, groupOf, isComplete, onlyKnown } from './filter';

const isA = { field: 'level', op: 'in', value: ['A'] };
const isMine = { field: 'owner_id', op: 'in', value: ['me'] };

describe('an address', () => {
  it('that is broken shows a list all the same', () => {
    const search = listSearch.parse({ filter: { field: 1 }, sort: 7, q: 'x', view: [], create: 'yes' });
    expect(search.q).toBe('x');
    expect(search.filter).toBeUndefined();
    expect(search.sort).toBeUndefined();
    expect(cleanFilter({ and: [isA, 'nonsense', { or: [] }] })).toEqual({ and: [isA] });
  });

  it('keeps relative values as they are', () => {
    const filter = { and: [isMine, { field: 'name', op: 'last_n_days', value: 7 }] };
    expect(listSearch.parse({ filter }).filter).toEqual(filter);
  });
});

describe('a filter', () => {
  it('survives being taken apart and put together', () => {
    for (const filter of [undefined, isA, { and: [isA, isMine] }, { or: [isA, isMine] }]) {
      expect(filterOf(groupOf(filter))).toEqual(filter);
    }
  });

  it('loses the fields that the caller may not filter by', () => {
    expect(onlyKnown({ and: [isA, { field: 'secret', op: 'eq', value: 1 }] }, FIELD_MAP)).toEqual(isA);
    expect(onlyKnown({ not: { field: 'secret', op: 'eq' } }, FIELD_MAP)).toBeUndefined();
  });

  it('is asked only when it says enough', () => {
    expect(isComplete({ field: 'a', op: 'is_null' })).toBe(true);
    expect(isComplete({ field: 'a', op: 'in', value: [] })).toBe(false);
    expect(isComplete({ field: 'a', op: 'between', value: ['1', undefined] })).toBe(false);
    expect(isComplete({ field: 'a', op: 'eq', value: false })).toBe(true);
  });
});
