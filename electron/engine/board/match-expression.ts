import { facets, partsOf, wordsOf } from '../db/cache/order-words.ts';

/** Words that begin with fewer letters are too many: one letter is taken for a word. */
const SHORTEST_BEGINNING = 2;

/** A word of the full-text table as it stands there. None holds a quote. */
export const phrase = (word: string): string => `"${word}"`;

export const beginning = (word: string): string => `"${word}"*`;

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
export function wordsExpression(text: string, whole: boolean): string | null {
  const words = wordsOf(text);
  if (words.length > 0) return allOf(words.map((word) => wordExpression(word, whole)));
  return /[^\p{P}\p{Z}\p{C}]/u.test(text) ? phrase(facets.none) : null;
}

/** A compound word as it is, and its parts, which is how e-mail addresses are kept. */
function wordExpression(word: string, whole: boolean): string {
  const parts = partsOf(word);
  const last = (one: string): string =>
    whole || one.length < SHORTEST_BEGINNING ? phrase(one) : beginning(one);
  if (parts.length === 1) return last(word);
  const inParts = allOf(parts.map((part, at) => (at === parts.length - 1 ? last(part) : phrase(part))));
  return word.includes('@') ? inParts : anyOf([last(word), inParts]);
}
