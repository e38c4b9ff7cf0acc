// @vitest-environment node
import { expect, it } from 'vitest';
import type { Field } from '@/lib/resource/meta';
import { choice } from './choice';
import { branchesOf, pathWords, withBelow, withoutBelow } from './option-tree';

const option = (value: string, zh: string, parent?: string) => ({ value, parent, label: { zh, en: value } });
const OPTIONS = [
  option('310000', '上海市'),
  option('310115', '浦东新区', '310000'),
  option('310101', '黄浦区', '310000'),
  option('440000', '广东省'),
];
const label = (words: { zh: string } | null | undefined) => words?.zh ?? '';
const field = { key: 'region', kind: 'dictionary', label: { zh: '地区', en: 'Region' }, options: OPTIONS } as Field;

it('a word is read with those above it', () => {
  expect(pathWords(OPTIONS, '310115', label)).toBe('上海市 / 浦东新区');
  expect(pathWords(OPTIONS, '999999', label)).toBe('');
  expect(branchesOf(OPTIONS, label).map((it) => it.children?.length ?? 0)).toEqual([2, 0]);
});

it('a province means its cities, and is said alone', () => {
  const all = withBelow(OPTIONS, ['310000']);
  expect(all.sort()).toEqual(['310000', '310101', '310115']);
  expect(withoutBelow(OPTIONS, all)).toEqual(['310000']);
  expect(withoutBelow(OPTIONS, ['310115', '440000'])).toEqual(['310115', '440000']);
});

it('comes back from the clipboard as it went there', () => {
  const row = { id: '', version: 0, allowed_actions: [] };
  const text = choice.toText('310115', field, row, label);
  expect(choice.fromText(text, field, label)).toBe('310115');
  expect(choice.fromText('上海市/浦东新区', field, label)).toBe('310115');
  expect(choice.fromText('黄浦区', field, label)).toBe('310101');
});
