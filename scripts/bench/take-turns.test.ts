import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

test('both sides work once per turn, each going first every other time, after a turn that does not count', async () => {
  const order: string[] = [];
  const taken = await takeTurns({
    turns: 2,
    floor: (turn) => order.push(`floor ${turn}`),
    subject: (turn) => order.push(`subject ${turn}`),
  });
  expect(order).toEqual(['subject -1', 'floor -1', 'floor 0', 'subject 0', 'subject 1', 'floor 1']);
  expect(taken).toEqual({ floor: [3, 6], subject: [4, 5] });
});

test('what is there once only is not spent on warming up', async () => {
  const { floor } = await takeTurns({ turns: 1, warmUp: false, floor: (turn) => turn, subject: () => 0 });
  expect(floor).toEqual([0]);
});
