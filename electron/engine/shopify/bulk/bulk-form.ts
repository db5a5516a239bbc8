import type { Trouble } from '../../../../shared/domain/trouble.ts';

/** What one line of a bulk operation's result is. Ids are Shopify's. */
export type BulkPart<Root, Child> =
  | { readonly kind: 'root'; readonly id: string; readonly value: Root }
  | { readonly kind: 'child'; readonly parent: string; readonly value: Child }
  | {
      readonly kind: 'unread';
      /** Of the root that it is; null: it is none, or it cannot be told. */
      readonly id: string | null;
      /** Of the root that it belongs to; null: it belongs to none, or it cannot be told. */
      readonly parent: string | null;
      /** Names the field. */
      readonly trouble: Trouble;
    };

/**
 * How the lines of a bulk query become whole things again
 * (https://shopify.dev/docs/api/usage/bulk-operations/queries: one object a line, nested ones with `__parentId`).
 */
export interface BulkForm<Root, Child, Whole> {
  /** Reads one line. Never throws: a line that does not fit is said to be unread. */
  read(line: string): BulkPart<Root, Child>;
  /** Whether as many children are there as the root says; children come in any order, also before their root. */
  isComplete(root: Root, children: readonly Child[]): boolean;
  assemble(root: Root, children: readonly Child[]): Whole;
}
