import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
import { openItems, type LineItem, type Order } from '../../../../shared/domain/order.ts';
import type { OrderEditChange } from '../../../../shared/domain/write.ts';
import type { TriageContext } from '../context.ts';
import { fulfillableItems } from '../line-items.ts';
import { evidenceOf, type PlanOrder } from './definition.ts';

/** The open line items whose product is gone or was never one (seed, “Product not found”). */
export function lostItems(it: PlanOrder): readonly LineItem[] {
  const lost = new Set(evidenceOf(it, 'product_not_found')?.items.map(({ lineItem }) => lineItem));
  return openItems(it.order).filter((item) => lost.has(item.gid));
}

/** What somebody could still ship without the lost items. */
export function itemsLeft(order: Order, ctx: TriageContext, lost: readonly LineItem[]): readonly LineItem[] {
  return fulfillableItems(order, ctx)
    .map(({ item }) => item)
    .filter((item) => !lost.includes(item));
}

export function removalOf(item: LineItem): OrderEditChange {
  return { change: 'remove_item', lineItem: item.gid, baseQuantity: item.currentQuantity };
}

export const NO_LOST_ITEM: Exclusion = { code: 'no_lost_item' };
