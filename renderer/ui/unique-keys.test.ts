import { expect, test } from 'vitest';
import { uniqueKeys } from './unique-keys.ts';

test('entries that are alike get keys of their own', () => {
  expect(uniqueKeys(['1 × Vase', '1 × Vase', '2 × Vase', '1 × Vase'])).toEqual([
    '1 × Vase',
    '1 × Vase 2',
    '2 × Vase',
    '1 × Vase 3',
  ]);
});
