// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { FIELD_MAP, META } from '@/test/factories';
import { changeColumn, defaultColumns, moveColumn, shownColumns, toggleColumn } from './columns';
import { movedBy } from './grid-keys';
import { reveal } from './reveal';

describe('columns', () => {
  const columns = defaultColumns(META);

  it('begin with the name, which stays in sight', () => {
    expect(shownColumns(columns, FIELD_MAP)[0]).toMatchObject({ key: 'name', left: 40, width: 220 });
  });

  it('are moved, hidden, pinned and sized', () => {
    expect(moveColumn(columns, 'level', 'phone').map((it) => it.key)).toEqual(['name', 'level', 'phone', 'owner_id']);
    expect(moveColumn(columns, 'phone', null).map((it) => it.key)).toEqual(['name', 'level', 'owner_id', 'phone']);
    expect(toggleColumn(toggleColumn(columns, 'phone'), 'phone').at(-1)?.key).toBe('phone');
    const pinned = shownColumns(changeColumn(columns, 'level', { pinned: true, width: 9_999 }), FIELD_MAP);
    expect(pinned[1]).toMatchObject({ key: 'level', left: 260, width: 600 });
  });

  it('of fields that are gone drop out', () => {
    expect(shownColumns([{ key: 'gone' }, { key: 'name' }], FIELD_MAP)).toHaveLength(1);
  });
});

describe('keys', () => {
  const at = { row: 5, column: 1 };
  const go = (key: string, isJump = false) => movedBy(key, isJump, at, 100, 4, 10);

  it('walk through the grid and stop at its edges', () => {
    expect(go('ArrowDown')).toEqual({ row: 6, column: 1 });
    expect(go('k')).toEqual({ row: 4, column: 1 });
    expect(go('PageUp')).toEqual({ row: 0, column: 1 });
    expect(go('End')).toEqual({ row: 5, column: 3 });
    expect(go('Home', true)).toEqual({ row: 0, column: 0 });
    expect(go('End', true)).toEqual({ row: 99, column: 3 });
    expect(go('q')).toBeUndefined();
  });
});

describe('the window', () => {
  const columns = shownColumns([...defaultColumns(META), { key: 'level', width: 600 }], FIELD_MAP);
  const see = (row: number, column: number, scrollTop = 0, scrollLeft = 0) => {
    const box = { scrollTop, scrollLeft, clientHeight: 396, clientWidth: 800 };
    reveal(box, { row, column }, columns);
    return [box.scrollTop, box.scrollLeft];
  };

  it('follows by the least, and keeps header and pinned columns off the cell', () => {
    expect(see(9, 0)).toEqual([0, 0]);
    expect(see(10, 0)).toEqual([36, 0]);
    expect(see(3, 0, 180)).toEqual([108, 0]);
    const before = columns.slice(1, -1).reduce((sum, it) => sum + it.width, 0);
    expect(see(0, columns.length - 1)).toEqual([0, before]);
    expect(see(0, 1, 0, 500)).toEqual([0, 0]);
    expect(see(0, 0, 0, 500)).toEqual([0, 500]);
  });
});
