import {
  QUERY_FILTERS,
  type Comparison,
  type QueryFault,
  type QueryFilter,
  type QuerySpan,
} from './order-query.ts';

/** One value as typed: what is meant, where it stands, and whether it was quoted. */
export interface ValueToken extends QuerySpan {
  readonly text: string;
  readonly quoted: boolean;
}

/** A part of a search between blanks. */
export type QueryToken = QuerySpan & { readonly negated: boolean } & (
    | { readonly kind: 'word'; readonly value: ValueToken }
    | {
        readonly kind: 'filter';
        readonly filter: QueryFilter;
        /** `:` or a comparison. */
        readonly sign: ':' | Comparison;
        readonly values: readonly ValueToken[];
      }
  );

/** A name and a colon or a comparison; two colons are part of a word, as in the tag `Globale::Approved`. */
const FILTER = /(\p{L}+)(:(?!:)|>=|<=|>|<)/uy;
const BLANK = /\s*/uy;
const QUOTED = /"((?:[^"\\]|\\.)*)"/uy;
const BARE = /[^\s]+/uy;
const BARE_IN_LIST = /[^\s,]+/uy;

/**
 * Cuts a search into its parts. Quotes hold blanks and commas together; inside them `\"` is a quote.
 * @returns the parts, or the first fault
 */
export function queryTokens(text: string): readonly QueryToken[] | QueryFault {
  const tokens: QueryToken[] = [];
  for (let at = skipBlank(text, 0); at < text.length; at = skipBlank(text, at)) {
    const token = tokenAt(text, at);
    if ('problem' in token) return token;
    tokens.push(token);
    at = token.at + token.length;
  }
  return tokens;
}

function tokenAt(text: string, start: number): QueryToken | QueryFault {
  const negated = text[start] === '-' && /\S/u.test(text[start + 1] ?? ' ');
  const at = negated ? start + 1 : start;
  const [head = '', name = '', sign = ''] = matchAt(FILTER, text, at) ?? [];
  const filter = QUERY_FILTERS.find((one) => one === name.toLowerCase());
  // Likely a filter misspelt; with a comparison, likely not.
  if (filter === undefined && sign === ':')
    return { at, length: name.length, problem: { kind: 'unknown_filter', given: name } };
  if (filter === undefined) {
    const value = valueAt(text, at, BARE);
    if ('problem' in value) return value;
    return { kind: 'word', negated, value, at: start, length: value.at + value.length - start };
  }
  const list = valuesAt(text, at + head.length, sign === ':' ? BARE_IN_LIST : BARE);
  if ('problem' in list) return list;
  const end = list.at + list.length;
  if (list.values.length === 0) return { at, length: end - at, problem: { kind: 'no_value', filter } };
  return {
    kind: 'filter',
    negated,
    filter,
    sign: isComparison(sign) ? sign : ':',
    values: list.values,
    at: start,
    length: end - start,
  };
}

/** Values between commas, up to a blank; an empty one, as behind the last comma, is none. */
function valuesAt(
  text: string,
  start: number,
  bare: RegExp,
): (QuerySpan & { readonly values: readonly ValueToken[] }) | QueryFault {
  const values: ValueToken[] = [];
  let at = start;
  while (at < text.length && !/\s/u.test(text[at] ?? '')) {
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    const value = valueAt(text, at, bare);
    if ('problem' in value) return value;
    values.push(value);
    at = value.at + value.length;
  }
  return { values, at: start, length: at - start };
}

function valueAt(text: string, at: number, bare: RegExp): ValueToken | QueryFault {
  if (text[at] === '"') {
    const [whole, inside = ''] = matchAt(QUOTED, text, at) ?? [];
    if (whole === undefined) return { at, length: text.length - at, problem: { kind: 'unclosed_quote' } };
    return { text: inside.replaceAll(/\\(.)/gu, '$1'), quoted: true, at, length: whole.length };
  }
  const [word = ''] = matchAt(bare, text, at) ?? [];
  return { text: word, quoted: false, at, length: word.length };
}

function skipBlank(text: string, at: number): number {
  return at + (matchAt(BLANK, text, at)?.[0].length ?? 0);
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  const pattern = new RegExp(sticky);
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isComparison(sign: string): sign is Comparison {
  return sign === '>' || sign === '>=' || sign === '<' || sign === '<=';
}
