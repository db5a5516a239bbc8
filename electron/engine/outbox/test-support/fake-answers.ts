import type { Handler } from './fake-call.ts';
import { ORDER_EDITS } from './fake-order-edits.ts';
import { READS } from './fake-reads.ts';
import type { FakeShop } from './fake-shop.ts';
import { WRITES } from './fake-writes.ts';

const HANDLERS: Readonly<Record<string, Handler>> = { ...READS, ...WRITES, ...ORDER_EDITS };

/** Answers one operation, after letting it take effect. */
export function answerOf(
  shop: FakeShop,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
  now: number,
): unknown {
  const handler = HANDLERS[operation];
  if (!handler) throw new Error(`The fake store does not know ${operation}.`);
  return handler({ shop, variables, now });
}
