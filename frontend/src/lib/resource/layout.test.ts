// @vitest-environment node
import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { FIELD_MAP } from '@/test/factories';
import type { Filter } from './filter';
import { type Layout, layoutOf, partsOf } from './layout';

const MOMENT = { today: dayjs('2026-03-16') };
const IS_A: Filter = { field: 'level', op: 'eq', value: 'A' };

function layout(more: Partial<Layout>): Layout {
  return { id: more.name ?? 'x', name: 'x', condition: null, sections: [{ title: '基本', fields: [] }], ...more };
}

it('the first layout that fits the record counts', () => {
  const all = [layout({ name: 'first', condition: IS_A }), layout({ name: 'rest' })];
  expect(layoutOf(all, { level: 'A' }, MOMENT)?.name).toBe('first');
  expect(layoutOf(all, { level: 'B' }, MOMENT)?.name).toBe('rest');
  expect(layoutOf([layout({ sections: [] })], {}, MOMENT)).toBeUndefined();
  expect(layoutOf(undefined, {}, MOMENT)).toBeUndefined();
});

it('a field is shown, asked for and fixed as its layout says of this record', () => {
  const sections = [
    {
      title: '基本',
      title_en: 'Basics',
      fields: [
        { key: 'name', read_only: true },
        { key: 'phone', require_when: IS_A },
        { key: 'owner_id', show_when: IS_A, required: true },
        { key: 'gone' },
      ],
    },
  ];
  const shown = (level: string) => partsOf({ sections }, FIELD_MAP, { level }, MOMENT)[0];
  expect(shown('A')?.label).toEqual({ zh: '基本', en: 'Basics' });
  expect(shown('A')?.fields.map(({ key, required, writable }) => [key, required ?? false, writable])).toEqual([
    ['name', false, false],
    ['phone', true, true],
    ['owner_id', true, true],
  ]);
  expect(shown('B')?.fields.map(({ key, required }) => [key, required ?? false])).toEqual([
    ['name', false],
    ['phone', false],
  ]);
});
