import type { Order } from '../../../../shared/domain/order.ts';
import { anOrder, aProduct, aVariant, HOUR, MORNING, orderGid } from '../../triage/test-support/samples.ts';
import { FakeMerchant } from './fake-merchant.ts';

/** Order `n`, updated `100 - n` hours before the morning unless told otherwise. */
export const order = (n: number, over: Partial<Order> = {}): Order =>
  anOrder({
    gid: orderGid(n),
    name: `#${1000 + n}`,
    createdAt: MORNING - 48 * HOUR,
    updatedAt: MORNING - (100 - n) * HOUR,
    ...over,
  });

export const ignored = (n: number, over: Partial<Order> = {}): Order =>
  order(n, { tags: ['bigblue-ignore'], ...over });

/** A merchant that has product 1 in its one variant, linked. */
export function aStockedMerchant(): FakeMerchant {
  const merchant = new FakeMerchant();
  merchant.stock([aProduct(1)], [aVariant(1)]);
  return merchant;
}
