// @vitest-environment node
import { expect, it } from 'vitest';
import { typedDate, typedTime } from '@/lib/fields/date';
import { readCells, writeCells } from '@/lib/format/tsv';
import { FIELD_MAP, META, makeRow } from '@/test/factories';
import { defaultColumns, shownColumns } from './columns';
import { planPaste } from './paste-cells';
import { rangeOf } from './range';

const rows = [0, 1, 2].map((at) => makeRow(at));
const list = {
  rowAt: (at: number) => rows[at],
  shownColumns: shownColumns(defaultColumns(META), FIELD_MAP),
  count: rows.length,
};
const column = (key: string) => list.shownColumns.findIndex((it) => it.key === key);
const cell = (row: number, key: string) => ({ row, column: column(key) });
const label = (words: { zh: string } | null | undefined) => words?.zh ?? '';

it('cells come and go as a spreadsheet writes them', () => {
  expect(readCells('a\tb\r\nc\t"d ""x""\ne"\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd "x"\ne'],
  ]);
  expect(readCells('')).toEqual([['']]);
  expect(writeCells([['a', 'b\nc']])).toBe('a\tb c');
  const quoted = [['"大"客户', '15" 屏', '"']];
  expect(readCells(writeCells(quoted))).toEqual(quoted);
});

it('dates are understood as people write them', () => {
  expect(typedDate('2026/3/9')).toBe('2026-03-09');
  expect(typedDate('2026年3月9日')).toBe('2026-03-09');
  expect(typedDate('soon')).toBe('soon');
  expect(typedTime('2026-3-9 8:30')).toBe('2026-03-09T08:30:00+08:00');
  expect(typedTime('')).toBeNull();
});

it('a paste changes what differs and may be changed', () => {
  const at = cell(0, 'phone');
  const { changes, refused, beyond } = planPaste(list, [['13900000001'], ['13900000002']], rangeOf(at, at), label);
  expect(changes.map((it) => it.changes)).toEqual([{ phone: '13900000001' }, { phone: '13900000002' }]);
  expect([refused, beyond]).toEqual([[], 0]);
});

it('one cell fills the range; what does not fit is told', () => {
  const range = rangeOf(cell(0, 'level'), cell(2, 'level'));
  expect(planPaste(list, [['A']], range, label).changes.every((it) => it.changes.level === 'A')).toBe(true);
  const wrong = planPaste(list, [['没有这个级别']], range, label);
  expect(wrong.refused).toHaveLength(3);
  const people = cell(0, 'owner_id');
  expect(planPaste(list, [['某人']], rangeOf(people, people), label).changes).toEqual([]);
  const low = cell(2, 'phone');
  expect(planPaste(list, [['1'], ['2'], ['3']], rangeOf(low, low), label).beyond).toBe(2);
});
