import { expect, it } from 'vitest';
import { pagesOf } from './use-order-rows.ts';

it('asks for the pages in view, and for none beyond the list', () => {
  expect(pagesOf(0, 30, 1000)).toEqual([0]);
  expect(pagesOf(95, 130, 1000)).toEqual([0, 1]);
  expect(pagesOf(950, 1010, 1000)).toEqual([9]);
  expect(pagesOf(-5, 3, 1)).toEqual([0]);
  expect(pagesOf(0, 30, 0)).toEqual([]);
  expect(pagesOf(0, -1, 10)).toEqual([]);
});
