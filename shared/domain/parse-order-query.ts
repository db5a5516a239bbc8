import { assertNever } from './assert-never.ts';
import { ERROR_TYPES, ORDER_STATES } from './error-type.ts';
import {
  type OrderQuery,
  type QueryFault,
  type QueryFilter,
  type QueryTerm,
  type QueryTest,
  type QueryValue,
} from './order-query.ts';
import { type QueryToken, queryTokens, type ValueToken } from './query-tokens.ts';

/** UTF-16 units; nobody types more, and a search is to cost what a search costs. */
const MOST = 500;

/** What `is:` takes beside the states: stuck again after a run had solved it. */
const REGRESSED = 'regressed';

const AGE_UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;

export type ParsedQuery =
  | { readonly ok: true; readonly query: OrderQuery }
  | { readonly ok: false; readonly fault: QueryFault };

/**
 * Reads a search as people type it: `store:acme country:IE,FR -tag:vip age>2d value>100 is:stuck sku:ABC* chloé`.
 *
 *     search     = { term }
 *     term       = [ "-" ] ( filter | word )
 *     filter     = name ":" value { "," value } | ( "age" | "value" ) ( ">" | ">=" | "<" | "<=" ) value
 *     value,word = '"' anything '"' | anything but blanks
 *
 * All terms hold; of several values one. Names and values know no case. Ages count in m, h, d or w; values in the
 * currency's major unit, with a point or a comma. A bare word means words that begin with it, a quoted one whole words.
 */
export function parseOrderQuery(text: string): ParsedQuery {
  if (text.length > MOST)
    return bad({ at: MOST, length: text.length - MOST, problem: { kind: 'too_long', most: MOST } });
  const tokens = queryTokens(text);
  if ('problem' in tokens) return bad(tokens);
  const query: QueryTerm[] = [];
  for (const token of tokens) {
    const test = testOf(token);
    if ('problem' in test) return bad(test);
    query.push({ negated: token.negated, at: token.at, length: token.length, test });
  }
  return { ok: true, query };
}

const bad = (fault: QueryFault): ParsedQuery => ({ ok: false, fault });

function testOf(token: QueryToken): QueryTest | QueryFault {
  if (token.kind === 'word') return { kind: 'words', text: token.value.text, whole: token.value.quoted };
  const { filter, sign, values } = token;
  const [first] = values;
  if (first === undefined) return { ...token, problem: { kind: 'no_value', filter } };
  switch (filter) {
    case 'age':
    case 'value': {
      if (sign === ':') return { ...spanOf(token), problem: { kind: 'not_compared', filter } };
      const than = sign;
      if (filter === 'age') {
        const ms = ageOf(first.text);
        return ms === null ? badValue(filter, first) : { kind: 'age', than, ms };
      }
      const amount = amountOf(first.text);
      return amount === null ? badValue(filter, first) : { kind: 'value', than, amount };
    }
    case 'store':
    case 'country':
    case 'tag':
    case 'sku':
    case 'is':
    case 'type':
      if (sign !== ':') return { ...spanOf(token), problem: { kind: 'compared', filter } };
      return namedTest(filter, values);
    default:
      return assertNever(filter);
  }
}

function namedTest(
  filter: Exclude<QueryFilter, 'age' | 'value'>,
  tokens: readonly ValueToken[],
): QueryTest | QueryFault {
  const lower = tokens.map(({ text }) => text.toLowerCase());
  const strangerAmong = (known: readonly string[]): ValueToken | undefined =>
    tokens.find((_, at) => !known.includes(lower[at] ?? ''));
  switch (filter) {
    case 'is': {
      const stranger = strangerAmong([...ORDER_STATES, REGRESSED]);
      if (stranger) return badValue(filter, stranger);
      return {
        kind: 'is',
        states: ORDER_STATES.filter((state) => lower.includes(state)),
        ...(lower.includes(REGRESSED) ? { regressed: true } : {}),
      };
    }
    case 'type': {
      const stranger = strangerAmong(ERROR_TYPES);
      if (stranger) return badValue(filter, stranger);
      return { kind: 'type', types: ERROR_TYPES.filter((type) => lower.includes(type)) };
    }
    case 'country': {
      const stranger = tokens.find(({ text }) => !/^[a-z]{2}$/iu.test(text));
      if (stranger) return badValue(filter, stranger);
      return { kind: 'country', values: tokens.map((token) => ({ ...valueOf(token), beginning: false })) };
    }
    case 'store':
    case 'tag':
    case 'sku': {
      const values = tokens.map(valueOf);
      const empty = tokens.find((_, at) => values[at]?.text.trim() === '');
      return empty ? badValue(filter, empty) : { kind: filter, values };
    }
    default:
      return assertNever(filter);
  }
}

/** Quoted, a star is a star. */
function valueOf({ text, quoted, at, length }: ValueToken): QueryValue {
  const beginning = !quoted && text.endsWith('*');
  return { text: beginning ? text.slice(0, -1) : text, beginning, at, length };
}

function ageOf(text: string): number | null {
  const [, digits, unit] = /^(\d{1,6}(?:[.,]\d{1,3})?)([mhdw])$/iu.exec(text) ?? [];
  if (digits === undefined || unit === undefined) return null;
  const name = unit.toLowerCase();
  const ms = name === 'm' || name === 'h' || name === 'd' || name === 'w' ? AGE_UNIT_MS[name] : null;
  return ms === null ? null : Math.round(Number(digits.replace(',', '.')) * ms);
}

function amountOf(text: string): number | null {
  return /^\d{1,12}(?:[.,]\d{1,4})?$/u.test(text) ? Number(text.replace(',', '.')) : null;
}

const spanOf = ({ at, length }: { at: number; length: number }) => ({ at, length });

const badValue = (filter: QueryFilter, token: ValueToken): QueryFault => ({
  ...spanOf(token),
  problem: { kind: 'bad_value', filter, given: token.text },
});
