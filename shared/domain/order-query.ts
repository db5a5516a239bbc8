import { z } from 'zod';
import type { ErrorType, OrderState } from './error-type.ts';

/** What a search can be narrowed by, as it is typed before the colon or the comparison. */
export const QUERY_FILTERS = ['store', 'country', 'tag', 'sku', 'is', 'type', 'age', 'value'] as const;
export type QueryFilter = (typeof QUERY_FILTERS)[number];

/** A stretch of the typed text, in UTF-16 units. */
export interface QuerySpan {
  readonly at: number;
  readonly length: number;
}

/** One value of a filter. `beginning`: it ended in `*`, so whatever begins with it is meant. */
export interface QueryValue extends QuerySpan {
  readonly text: string;
  readonly beginning: boolean;
}

export type Comparison = '>' | '>=' | '<' | '<=';

/** What one part of a search asks of an order; several values of one filter: any of them. */
export type QueryTest =
  /** `whole`: quoted, so whole words are meant and not their beginnings. All words, in any order. */
  | { readonly kind: 'words'; readonly text: string; readonly whole: boolean }
  | { readonly kind: 'store' | 'country' | 'tag' | 'sku'; readonly values: readonly QueryValue[] }
  /** `regressed`: also those that are stuck again after a run had solved them. */
  | { readonly kind: 'is'; readonly states: readonly OrderState[]; readonly regressed?: true }
  | { readonly kind: 'type'; readonly types: readonly ErrorType[] }
  | { readonly kind: 'age'; readonly than: Comparison; readonly ms: number }
  /** In major units of whatever currency the order has. */
  | { readonly kind: 'value'; readonly than: Comparison; readonly amount: number };

export interface QueryTerm extends QuerySpan {
  /** Orders for which the test fails are meant. */
  readonly negated: boolean;
  readonly test: QueryTest;
}

/** A search as a list of terms, all of which hold. */
export type OrderQuery = readonly QueryTerm[];

const filter = z.enum(QUERY_FILTERS);
const given = z.string();

/** Why a search does not parse. `given`: the part of the text that is wrong. */
export const queryProblemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unclosed_quote') }),
  z.object({ kind: z.literal('unknown_filter'), given }),
  z.object({ kind: z.literal('no_value'), filter }),
  z.object({ kind: z.literal('not_compared'), filter: filter.extract(['age', 'value']) }),
  z.object({ kind: z.literal('compared'), filter: filter.exclude(['age', 'value']) }),
  z.object({ kind: z.literal('bad_value'), filter, given }),
  /** Not the grammar's to tell: no store has this id or name. */
  z.object({ kind: z.literal('no_such_store'), given }),
  z.object({ kind: z.literal('too_long'), most: z.int() }),
]);
export type QueryProblem = Readonly<z.infer<typeof queryProblemSchema>>;

/** A problem and where in the text it lies: what an error of a search carries as `meta`. */
export const queryFaultSchema = z.object({ at: z.int(), length: z.int(), problem: queryProblemSchema });
export type QueryFault = Readonly<z.infer<typeof queryFaultSchema>>;
