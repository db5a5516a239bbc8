import type { ApiContext, Field } from '../context.ts';

/** A refusal in Shopify's shape; `code` only where the mutation's error type has one. */
export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string;
  readonly elementIndex?: number | null;
}

/** What a mutation did: its payload, why it refused if it did, and whether the shop is different for it. */
export interface Outcome {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly userErrors: readonly UserError[];
  readonly changed: boolean;
}

/** Refuses: nothing changed, and the payload says why. */
export function refuse(field: readonly string[] | null, message: string, code?: string): Outcome {
  return refuseAll([{ field, message, ...(code === undefined ? {} : { code }) }]);
}

/** Refuses for several reasons. */
export function refuseAll(userErrors: readonly UserError[]): Outcome {
  return { payload: {}, userErrors, changed: false };
}

/** Succeeds. `changed` is false when the shop already was as asked. */
export function done(payload: Readonly<Record<string, unknown>>, changed = true): Outcome {
  return { payload, userErrors: [], changed };
}

/** Wraps a mutation so that every execution is written down for the tests to read. */
export function mutation<Args extends object>(
  name: string,
  run: (args: Args, context: ApiContext) => Outcome,
): Field<unknown, Args> {
  return (_, args, context) => {
    const { payload, userErrors, changed } = run(args, context);
    context.shop.log.push({
      at: context.shop.clock.wall(),
      mutation: name,
      arguments: Object.fromEntries(Object.entries(args)),
      effect: userErrors.length > 0 && !changed ? 'rejected' : changed ? 'applied' : 'nothing_to_do',
      errors: userErrors.map((error) => error.message),
    });
    return { ...payload, userErrors };
  };
}
