import { z } from 'zod';

/** What files can be imported, by the word that the command line takes. */
export const IMPORT_KINDS = ['shopify-orders-csv', 'orders-json', 'platform-errors', 'links-csv'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Why a row of an imported file was left out, as data: `shared/words` tells it in each language. */
export const importProblemSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('missing') }),
  z.object({ code: z.literal('not_a_number'), value: z.string() }),
  z.object({ code: z.literal('not_an_amount'), value: z.string() }),
  z.object({ code: z.literal('not_a_currency'), value: z.string() }),
  z.object({ code: z.literal('not_a_time'), value: z.string() }),
  z.object({ code: z.literal('not_an_id'), value: z.string() }),
  z.object({ code: z.literal('not_yes_or_no'), value: z.string() }),
  z.object({ code: z.literal('not_as_documented'), value: z.string() }),
  z.object({ code: z.literal('stray_quote') }),
  z.object({ code: z.literal('open_quote') }),
  z.object({ code: z.literal('not_json') }),
  z.object({ code: z.literal('no_order_number') }),
  z.object({ code: z.literal('no_message') }),
  z.object({ code: z.literal('no_variant') }),
  z.object({ code: z.literal('unknown_product'), value: z.string() }),
]);
export type ImportProblem = Readonly<z.infer<typeof importProblemSchema>>;

/** A row that does not parse. `row`: as a spreadsheet numbers it, the header being 1; in JSON the how-manieth order. */
export interface Rejection {
  readonly row: number;
  /** The column, or the path inside an order; empty: the row as a whole. */
  readonly field: string;
  readonly problem: ImportProblem;
}
