import { expect, it } from 'vitest';
import { leftOf } from './quota';

it('counts what is left of a cap', () => {
  expect(leftOf(50, 3)).toBe(47);
  expect(leftOf(50, 60)).toBe(0);
  expect(leftOf(null, 60)).toBeNull();
});
