// @vitest-environment node
import { expect, it } from 'vitest';
import { movedBefore, movedBy } from './moved';

const LIST = ['a', 'b', 'c'];

it('an item goes before another, or to the end', () => {
  expect(movedBefore(LIST, 'c', 'a')).toEqual(['c', 'a', 'b']);
  expect(movedBefore(LIST, 'a', undefined)).toEqual(['b', 'c', 'a']);
  expect(movedBefore(LIST, 'a', 'c')).toEqual(['b', 'a', 'c']);
  expect(movedBefore(LIST, 'a', 'a')).toBe(LIST);
  expect(movedBefore(LIST, 'x', 'a')).toBe(LIST);
});

it('an item goes up or down, and not beyond the ends', () => {
  expect(movedBy(LIST, 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(LIST, 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(movedBy(LIST, 'a', -1)).toBe(LIST);
  expect(movedBy(LIST, 'c', 1)).toBe(LIST);
});
