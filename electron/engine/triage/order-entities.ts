import { openItems, type Order } from '../../../shared/domain/order.ts';
import { SETTINGS_ENTITY } from '../../../shared/domain/write.ts';

/** All that writes may touch and an order's verdict rests on, as `entityOf` names it: itself, its open items' variants and products, the settings. */
export function entitiesOf(order: Order): readonly string[] {
  const goods = openItems(order).flatMap(({ variant, product }) => [variant, product]);
  return [order.gid, ...new Set(goods.filter((gid) => gid !== null)), SETTINGS_ENTITY];
}
