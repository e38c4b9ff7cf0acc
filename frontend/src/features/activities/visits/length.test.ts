import { expect, it } from 'vitest';
import { lengthOf } from './length';

it('says metres nearby and kilometres farther away', () => {
  expect(lengthOf(0)).toEqual({ unit: 'm', count: 0 });
  expect(lengthOf(999)).toEqual({ unit: 'm', count: 999 });
  expect(lengthOf(1_000)).toEqual({ unit: 'km', count: 1 });
  expect(lengthOf(12_345)).toEqual({ unit: 'km', count: 12.3 });
});
