import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { OrderState } from '../../../shared/domain/error-type.ts';
import { minorDigits } from '../../../shared/domain/money.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { Comparison, QueryFault, QueryTerm, QueryTest } from '../../../shared/domain/order-query.ts';
import { parseOrderQuery } from '../../../shared/domain/parse-order-query.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { queryProblemInEnglish } from '../../../shared/words/en-query-problem.ts';
import { placeFrom } from '../db/cache/order-place.ts';
import { facets, MOST_STEPS, worthStep } from '../db/cache/order-words.ts';
import { findStoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';
import { anyOf, beginning, phrase, wordsExpression } from './match-expression.ts';
import { storesMeant } from './stores-meant.ts';

/** A search as its parts of SQL. */
export interface CompiledQuery {
  /** Expressions of the full-text table, of which all hold. */
  readonly having: readonly string[];
  /** … and of which none holds. */
  readonly without: readonly string[];
  /** Places: from the first up to, not including, the second. */
  readonly from: number;
  readonly to: number;
  /** Conditions on `orders o` that are looked up for what matches. */
  readonly where: readonly { readonly sql: string; readonly bind: readonly number[] }[];
  /** Whether it says itself which states are meant. */
  readonly namesStates: boolean;
}

export interface QueryContext {
  readonly db: ReadableDb;
  readonly stores: readonly { readonly id: StoreId; readonly name: string }[];
  /** Local ids of orders that are stuck again after a run had solved them. */
  readonly regressed?: () => readonly number[];
  /** UTC ms, for ages. */
  readonly now: Millis;
}

/**
 * Reads and translates a search.
 * @throws UnstuckError `bad_input` with meta `{field: 'query', at, length, problem}` that point at the part that is wrong
 */
export function compileQuery(text: string, context: QueryContext): CompiledQuery {
  const parsed = parseOrderQuery(text);
  if (!parsed.ok) throw refusal(parsed.fault);
  const parts = parsed.query.map((term) => compileTerm(term, context));
  return {
    having: parts.flatMap(({ having }) => having ?? []),
    without: parts.flatMap(({ without }) => without ?? []),
    from: Math.max(Number.MIN_SAFE_INTEGER, ...parts.flatMap(({ from }) => from ?? [])),
    to: Math.min(Number.MAX_SAFE_INTEGER, ...parts.flatMap(({ to }) => to ?? [])),
    where: parts.flatMap(({ where }) => where ?? []),
    namesStates: parsed.query.some(({ test }) => test.kind === 'is' && test.states.length > 0),
  };
}

/** What one term adds. */
interface Part {
  readonly having?: string;
  readonly without?: string;
  readonly from?: number;
  readonly to?: number;
  readonly where?: CompiledQuery['where'][number];
}

function compileTerm({ test, negated }: QueryTerm, context: QueryContext): Part {
  if (test.kind === 'age') return agePart(test.ms, negated ? OPPOSITE[test.than] : test.than, context.now);
  if (test.kind === 'value')
    return valuePart(test.amount, negated ? OPPOSITE[test.than] : test.than, context.db);
  if (test.kind === 'is' && test.regressed) return regressedPart(test.states, negated, context);
  const expression = expressionOf(test, context);
  if (expression === null) return {};
  return negated ? { without: expression } : { having: expression };
}

/** What is in no index of words: the ids of the few that are stuck again. */
function regressedPart(states: readonly OrderState[], negated: boolean, { regressed }: QueryContext): Part {
  const named = states.map((state) => `'${state}'`).join(', ');
  const ids = (regressed?.() ?? []).join(', ');
  return {
    where: { sql: `${negated ? 'NOT ' : ''}(o.state IN (${named}) OR o.id IN (${ids}))`, bind: [] },
  };
}

const OPPOSITE: Record<Comparison, Comparison> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };

function expressionOf(
  test: Exclude<QueryTest, { kind: 'age' | 'value' }>,
  { db, stores }: QueryContext,
): string | null {
  switch (test.kind) {
    case 'words':
      return wordsExpression(db, test.text, test.whole);
    case 'is':
      return anyOf(test.states.map((state) => phrase(facets.state(state))));
    case 'type':
      return anyOf(test.types.map((type) => phrase(facets.type(type))));
    case 'country':
      return anyOf(test.values.map(({ text }) => phrase(facets.country(text))));
    case 'tag':
    case 'sku': {
      const facet = test.kind === 'tag' ? facets.tag : facets.sku;
      return anyOf(
        test.values.map((value) =>
          value.beginning ? beginning(db, facet(value.text)) : phrase(facet(value.text)),
        ),
      );
    }
    case 'store':
      return anyOf(
        test.values
          .flatMap((value) => {
            const meant = storesMeant(stores, value);
            if (meant.length > 0) return meant;
            const { at, length, text } = value;
            throw refusal({ at, length, problem: { kind: 'no_such_store', given: text } });
          })
          .map(({ id }) => phrase(facets.store(findStoreNo(db, id) ?? 0))),
      );
    default:
      return assertNever(test);
  }
}

/** To the second, as Shopify's times are. */
function agePart(ms: number, than: Comparison, now: Millis): Part {
  const second = placeFrom(now - ms);
  const next = placeFrom(now - ms + 1000);
  switch (than) {
    case '>':
      return { to: second };
    case '>=':
      return { to: next };
    case '<':
      return { from: next };
    case '<=':
      return { from: second };
    default:
      return assertNever(than);
  }
}

/** The steps of worth leave what cannot be meant aside; only orders of the amount's own step need looking up. */
function valuePart(amount: number, than: Comparison, db: ReadableDb): Part {
  const step = worthStep(amount);
  const [least, most] = than === '>' || than === '>=' ? [step, MOST_STEPS] : [0, step];
  const all = most - least === MOST_STEPS;
  const steps = Array.from({ length: most - least + 1 }, (_, at) => phrase(facets.worth(least + at)));
  const unlike = db
    .prepare<[], string>('SELECT DISTINCT currency FROM order_counts')
    .pluck()
    .all()
    .filter((currency) => minorDigits(currency) !== 2);
  const cases = unlike.map((currency) => `WHEN '${currency}' THEN ?`).join(' ');
  return {
    ...(all ? {} : { having: anyOf(steps) }),
    where: {
      sql: `o.value_minor ${than} ${unlike.length === 0 ? '?' : `CASE o.currency ${cases} ELSE ? END`}`,
      bind: [...unlike.map((currency) => amount * 10 ** minorDigits(currency)), amount * 100],
    },
  };
}

function refusal({ at, length, problem }: QueryFault): UnstuckError {
  return new UnstuckError('bad_input', `Search: ${queryProblemInEnglish(problem)}`, {
    meta: { field: 'query', at, length, problem },
  });
}
