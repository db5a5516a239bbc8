import { orderSortSchema, type OrderSort } from '../../../shared/contract/methods.ts';

/** The way to sort after this one, for a key that goes round. */
export function nextSort(sort: OrderSort): OrderSort {
  const sorts = orderSortSchema.options;
  return sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? sort;
}
