import type { QueryFilter } from '../../shared/domain/order-query.ts';
import type { Format } from './format.ts';

/** What each filter finds. */
const filters: Readonly<Record<QueryFilter, string>> = {
  store: 'orders of a store',
  country: 'where it ships to, by two letters',
  tag: 'a tag of the order',
  sku: 'an item’s SKU; * stands for the rest',
  is: 'its state: stuck, snoozed, dismissed, synced, waiting or closed',
  type: 'its error type',
  age: 'how long ago it was placed: m, h, d or w',
  value: 'what it is worth, in its own currency',
};

export const enSearch = {
  label: 'Search orders',
  placeholder: 'Search orders, SKU, tag',
  clear: 'Clear the search',
  title: 'Search',
  found: (n: number, more: boolean, f: Format): string =>
    more
      ? `more than ${f.number(n)} orders`
      : `${f.number(n)} ${f.plural(n, { one: 'order', other: 'orders' })}`,
  inStore: (store: string): string => `in ${store}`,
  results: 'Orders found',
  back: 'Back',
  listed: (n: number, f: Format): string => `More orders match; the first ${f.number(n)} are listed.`,
  listAll: 'List all',
  none: (q: string): string => `No order matches “${q}”.`,
  noneHint: 'All states were searched: also synced, snoozed, dismissed and closed orders.',
  everyStore: 'Search every store',
  tooShort: 'Type at least two characters.',
  start: 'Find any order, whatever became of it.',
  startHint:
    'Words are looked for in number, customer, e-mail, city, SKU, tags and Bigblue’s message. Filters narrow:',
  examples: 'Filters',
  not: 'without the tag; - in front of anything means not',
  setAside: 'several values: any of them',
  quoted: 'whole words',
  filters,
  faulty: 'This search does not parse.',
};
