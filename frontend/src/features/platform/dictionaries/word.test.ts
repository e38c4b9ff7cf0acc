// @vitest-environment node
import { expect, it } from 'vitest';
import { below, moved, pathTo, type Word, withoutWord, withWord } from './word';

const WORDS: Word[] = [
  { code: 'a', zh: '甲', default: true },
  { code: 'a1', zh: '甲一', parent: 'a' },
  { code: 'b', zh: '乙' },
  { code: 'a2', zh: '甲二', parent: 'a' },
  { code: 'a1x', zh: '甲一子', parent: 'a1' },
];
const codes = (words: Word[]) => words.map((word) => word.code).join();

it('words move among their own', () => {
  expect(codes(below(WORDS, undefined))).toBe('a,b');
  expect(codes(below(moved(WORDS, 'b', -1), undefined))).toBe('b,a');
  expect(codes(below(moved(WORDS, 'a2', -1), 'a'))).toBe('a2,a1');
  expect(moved(WORDS, 'a', -1)).toBe(WORDS);
});

it('what goes takes along what is below it', () => {
  expect(codes(withoutWord(WORDS, 'a'))).toBe('b');
  expect(codes(pathTo(WORDS, 'a1x'))).toBe('a,a1,a1x');
});

it('new records begin with one word', () => {
  const next = withWord(WORDS, { code: 'c', zh: '丙', default: true });
  expect(codes(next.filter((word) => word.default))).toBe('c');
  expect(next).toHaveLength(6);
});
