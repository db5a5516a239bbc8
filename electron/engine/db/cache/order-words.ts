import type { ErrorType, OrderState } from '../../../../shared/domain/error-type.ts';
import { minorDigits, type Money } from '../../../../shared/domain/money.ts';
import { openItems, type Order } from '../../../../shared/domain/order.ts';
import { customerName } from './customer-name.ts';
import type { StoreNo } from './store-numbers.ts';

/** What of an order's verdict it is found by. */
export interface Filed {
  readonly state: OrderState;
  readonly errorType: ErrorType | null;
  /** What the platform says of it, in its own words. */
  readonly messages: readonly string[];
}

/**
 * Words that stand for a column, so that a filter is one more word to find. No word of an order begins with a colon;
 * all of these begin with six, which is one entry in each index of beginnings.
 */
export const facets = {
  /** Every order has it. */
  all: '::::::all',
  /** None has it. */
  none: '::::::none',
  store: (no: StoreNo): string => `::::::s${no}`,
  country: (code: string): string => `::::::c${code.toLowerCase()}`,
  tag: (tag: string): string => `::::::t${inOneWord(tag)}`,
  sku: (sku: string): string => `::::::k${inOneWord(sku)}`,
  state: (state: OrderState): string => `::::::i${state}`,
  type: (type: ErrorType): string => `::::::y${type}`,
  worth: (step: number): string => `::::::v${step}`,
} as const;

/** Steps of worth: a step is a fifth more than the one before, so few orders share the step of an amount asked for. */
const STEPS_PER_DOUBLING = 4;
export const MOST_STEPS = 160;

/** The step of an amount in major units; none is above `MOST_STEPS`. */
export function worthStep(major: number): number {
  return major < 1 ? 0 : Math.min(MOST_STEPS, 1 + Math.floor(Math.log2(major) * STEPS_PER_DOUBLING));
}

/** All that an order is found by, for the full-text table: words and facets, with blanks between. */
export function orderWords(store: StoreNo, order: Order, { state, errorType, messages }: Filed): string {
  const words = new Set<string>([
    facets.all,
    facets.store(store),
    facets.state(state),
    facets.worth(worthStep(major(order.total))),
  ]);
  const add = (some: readonly string[]): void => {
    for (const word of some) words.add(word);
  };
  if (errorType !== null) words.add(facets.type(errorType));
  const { countryCode, city } = order.shippingAddress ?? { countryCode: null, city: null };
  if (countryCode) words.add(facets.country(countryCode));
  add(compoundsOf(order.name));
  add(compoundsOf(customerName(order) ?? ''));
  add(recurring(city ?? '', 'city'));
  for (const tag of order.tags) add(recurring(tag, 'tag'));
  for (const { sku } of openItems(order)) add(recurring(sku ?? '', 'sku'));
  for (const message of messages) add(compoundsOf(message));
  for (const word of wordsOf(order.email ?? '')) add(partsOf(word));
  return [...words].join(' ');
}

/** Cities, tags and SKUs are few and come again with every order: what became of one is remembered, up to so many. */
const REMEMBERED = 20_000;
const remembered = {
  city: new Map<string, readonly string[]>(),
  tag: new Map<string, readonly string[]>(),
  sku: new Map<string, readonly string[]>(),
};

function recurring(text: string, kind: keyof typeof remembered): readonly string[] {
  if (text === '') return [];
  const ofKind = remembered[kind];
  const known = ofKind.get(text);
  if (known) return known;
  const words = kind === 'city' ? compoundsOf(text) : [facets[kind](text), ...compoundsOf(text)];
  if (ofKind.size >= REMEMBERED) ofKind.clear();
  ofKind.set(text, words);
  return words;
}

/** The words of a text as they are compared: without accents and case, punctuation left out. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}](?:[\p{L}\p{N}@.\-_+]*[\p{L}\p{N}])?/gu) ?? [];
}

/** The parts of a compound word: `chloe@example.org` has three. */
export function partsOf(word: string): readonly string[] {
  return word.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words, and what begins inside compound ones: `BN-0012-1`, `0012-1`, `1`. Search looks for beginnings. */
function compoundsOf(text: string): readonly string[] {
  return wordsOf(text).flatMap((word) =>
    /[@.\-_+]/.test(word)
      ? [word, ...[...word.matchAll(/(?<=[@.\-_+])[\p{L}\p{N}]/gu)].map(({ index }) => word.slice(index))]
      : word,
  );
}

/** Any text as one word of the full-text table: what cannot be part of a word is written as its number. */
function inOneWord(text: string): string {
  return folded(text.trim()).replaceAll(
    /[^\p{L}\p{N}@.\-_+]/gu,
    (sign) => `:${(sign.codePointAt(0) ?? 0).toString(16)}:`,
  );
}

function folded(text: string): string {
  // oxlint-disable-next-line no-control-regex -- what is ASCII has no accents, and most of it is
  const bare = /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return bare.toLowerCase();
}

function major({ amountMinor, currency }: Money): number {
  return amountMinor / 10 ** minorDigits(currency);
}
