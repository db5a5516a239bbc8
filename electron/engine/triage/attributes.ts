import type { Order } from '../../../shared/domain/order.ts';

/**
 * Whether the order carries an additional detail (Shopify's `customAttributes`) of such a name that is not blank. Names
 * are looked at as words: `vat_number` and `taxId` as `vat number` and `tax Id`. null: its details are not known.
 */
export function hasAttribute(order: Order, name: RegExp): boolean | null {
  if (order.attributes === null) return null;
  return order.attributes.some(({ key, value }) => value.trim() !== '' && name.test(words(key)));
}

const words = (key: string): string => key.replaceAll('_', ' ').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
