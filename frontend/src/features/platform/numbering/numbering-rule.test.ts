// @vitest-environment node
import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { exampleOf, NEW_SEGMENTS } from './numbering-rule';

it('an example is written as the server would', () => {
  const { text, date, sequence } = NEW_SEGMENTS;
  const day = dayjs('2026-03-02');
  expect(exampleOf([text, date, sequence], '-', day)).toBe('A-20260302-0001');
  expect(exampleOf([{ kind: 'date', format: 'YYYY' }, { ...sequence, start: 12345 } as never], '', day)).toBe(
    '202612345',
  );
});
