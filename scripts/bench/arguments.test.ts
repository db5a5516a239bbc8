import { expect, test } from 'vitest';
import { parseBenchArguments } from './arguments.ts';

const NAMES = ['diagnose', 'reingest unchanged'];

test('without arguments it is the quick size, all subjects, as a table', () => {
  expect(parseBenchArguments([], NAMES)).toEqual({
    json: false,
    only: [],
    sizes: [{ orders: 10_000, stores: 10 }],
    seed: 1,
  });
});

test('any number of orders, spread over fifty stores at most', () => {
  expect(parseBenchArguments(['--orders', '1000000'], NAMES)).toMatchObject({
    sizes: [{ orders: 1_000_000, stores: 50 }],
  });
  expect(parseBenchArguments(['--orders', '1000', '--stores', '3', '--seed', '9'], NAMES)).toMatchObject({
    sizes: [{ orders: 1000, stores: 3 }],
    seed: 9,
  });
});

test('several sizes, one after the other', () => {
  expect(parseBenchArguments(['--orders', '10000', '--orders', '100000'], NAMES)).toMatchObject({
    sizes: [
      { orders: 10_000, stores: 10 },
      { orders: 100_000, stores: 50 },
    ],
  });
});

test('several subjects by their names', () => {
  expect(
    parseBenchArguments(['--only', 'diagnose', '--only', 'reingest unchanged', '--json'], NAMES),
  ).toMatchObject({
    json: true,
    only: NAMES,
  });
});

test.each([
  [['--only', 'nothing'], '--only: there is no “nothing”; it takes one of diagnose, reingest unchanged.'],
  [['--orders', 'ten'], '--orders: “ten” must be a whole number from 1000 to 100000000.'],
  [['--orders', '10'], '--orders: “10” must be'],
  [['--fast'], 'It takes --json'],
])('%j is refused in a sentence', (argv, message) => {
  expect(() => parseBenchArguments(argv, NAMES)).toThrow(message);
});
