// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { FIELD_MAP, META } from '@/test/factories';
import { changeColumn, defaultColumns, moveColumn, shownColumns, toggleColumn } from './columns';
import { movedBy } from './grid-keys';

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
