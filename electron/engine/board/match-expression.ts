import { isLong, longWordsFrom } from '../db/cache/long-words.ts';
import { facets, partsOf, wordsOf } from '../db/cache/order-words.ts';
import type { ReadableDb } from '../db/open.ts';

/** Words that begin with fewer letters are too many: one letter is taken for a word. */
const SHORTEST_BEGINNING = 2;

/** A word of the full-text table as it stands there. None holds a quote. */
export const phrase = (word: string): string => `"${word}"`;

/** Words that begin so. A long beginning is asked for as the words that it may be, in whose orders the newest are at hand. */
export function beginning(db: ReadableDb, start: string): string {
  const words = isLong(start) ? longWordsFrom(db, start) : null;
  if (words === null) return `"${start}"*`;
  return words.length === 0 ? phrase(facets.none) : anyOf(words.map(phrase));
}

export const anyOf = (expressions: readonly string[]): string => `(${expressions.join(' OR ')})`;

const allOf = (expressions: readonly string[]): string => `(${expressions.join(' AND ')})`;

/** One expression from what must hold and what must not. */
export function matchExpression(having: readonly string[], without: readonly string[]): string {
  const positive = having.length === 0 ? phrase(facets.all) : allOf(having);
  return without.length === 0 ? positive : `${positive} NOT ${anyOf(without)}`;
}

/**
 * Orders that have all words of a text; as beginnings of words, unless whole ones are meant. What is only punctuation
 * asks for nothing (null); a sign that could be meant and is no part of any word, such as an emoji, finds nothing.
 */
export function wordsExpression(db: ReadableDb, text: string, whole: boolean): string | null {
  const words = wordsOf(text);
  if (words.length > 0) return allOf(words.map((word) => wordExpression(db, word, whole)));
  return /[^\p{P}\p{Z}\p{C}]/u.test(text) ? phrase(facets.none) : null;
}

/** A compound word as it is, and its parts, which is how e-mail addresses are kept. */
function wordExpression(db: ReadableDb, word: string, whole: boolean): string {
  const parts = partsOf(word);
  const last = (one: string): string =>
    whole || one.length < SHORTEST_BEGINNING ? phrase(one) : beginning(db, one);
  if (parts.length === 1) return last(word);
  const inParts = allOf(parts.map((part, at) => (at === parts.length - 1 ? last(part) : phrase(part))));
  return word.includes('@') ? inParts : anyOf([last(word), inParts]);
}
