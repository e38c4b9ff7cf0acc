// @vitest-environment node
import { expect, it } from 'vitest';
import { awaited, filesArrived, sortOut } from './files';

const MB = 1024 * 1024;

it('files that are too large or too many are told apart from those that are sent', () => {
  const [small, large, other, last] = [{ size: 5 }, { size: 20 * MB + 1 }, { size: 20 * MB }, { size: 1 }];
  expect(sortOut([small, large, other, last], 2)).toEqual({
    taken: [small, other],
    tooLarge: [large],
    tooMany: [last],
  });
});

it('what is saved waits for the files on their way', async () => {
  const told: string[] = [];
  let arrive = () => {};
  const sending = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  void awaited(sending.then(() => told.push('arrived')));
  const saving = filesArrived().then(() => told.push('saved'));
  arrive();
  await saving;
  expect(told).toEqual(['arrived', 'saved']);
  await filesArrived();
});
