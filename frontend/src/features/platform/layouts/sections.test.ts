// @vitest-environment node
import { expect, it } from 'vitest';
import type { Section } from '@/lib/resource/layout';
import { addField, changeField, dropField, endOf, isPlaced, removeField, stepField } from './sections';

const SECTIONS: Section[] = [
  { title: '一', fields: [{ key: 'a' }, { key: 'b', required: true }] },
  { title: '二', fields: [{ key: 'c' }] },
];
const keys = (sections: Section[]) => sections.map(({ fields }) => fields.map((it) => it.key).join(''));

it('a field is dropped before another or at the end of a section, with what is said of it', () => {
  expect(keys(dropField(SECTIONS, 'b', 'a'))).toEqual(['ba', 'c']);
  expect(keys(dropField(SECTIONS, 'b', 'c'))).toEqual(['a', 'bc']);
  expect(keys(dropField(SECTIONS, 'a', endOf(1)))).toEqual(['b', 'ca']);
  expect(dropField(SECTIONS, 'b', 'c')[1]?.fields[0]).toEqual({ key: 'b', required: true });
  expect(dropField(SECTIONS, 'a', 'gone')).toBe(SECTIONS);
});

it('a field steps up and down, from one section into the next', () => {
  expect(keys(stepField(SECTIONS, 'b', -1))).toEqual(['ba', 'c']);
  expect(keys(stepField(SECTIONS, 'b', 1))).toEqual(['a', 'bc']);
  expect(keys(stepField(SECTIONS, 'c', -1))).toEqual(['abc', '']);
  expect(stepField(SECTIONS, 'a', -1)).toBe(SECTIONS);
  expect(stepField(SECTIONS, 'c', 1)).toBe(SECTIONS);
});

it('fields are added, changed and taken away', () => {
  expect(keys(addField(SECTIONS, 1, { key: 'd' }))).toEqual(['ab', 'cd']);
  expect(changeField(SECTIONS, 'c', { read_only: true })[1]?.fields).toEqual([{ key: 'c', read_only: true }]);
  expect(keys(removeField(SECTIONS, 'a'))).toEqual(['b', 'c']);
  expect([isPlaced(SECTIONS, 'c'), isPlaced(SECTIONS, 'd')]).toEqual([true, false]);
});
