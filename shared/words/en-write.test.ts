import { expect, test } from 'vitest';
import { gid } from '../domain/ids.ts';
import type { WriteOp } from '../domain/write.ts';
import { COMMAND_LINE } from './command-line.ts';
import { writeInEnglish } from './en-write.ts';

const order = gid('Order', 'gid://shopify/Order/1');
const variant = gid('ProductVariant', 'gid://shopify/ProductVariant/7');
const product = gid('Product', 'gid://shopify/Product/5');
const lineItem = gid('LineItem', 'gid://shopify/LineItem/3');
const free = { amountMinor: 490, currency: 'EUR' };

test.each<[WriteOp, string]>([
  [{ op: 'order_tags_remove', order, tags: ['bigblue-ignore'] }, 'Remove tag bigblue-ignore'],
  [{ op: 'order_tags_add', order, tags: ['a', 'b'] }, 'Add tags a, b'],
  [{ op: 'product_tags_add', product, tags: ['bigblue-ignore'] }, 'Add tag bigblue-ignore to product 5'],
  [
    { op: 'product_tags_remove', product, tags: ['bigblue-ignore'] },
    'Remove tag bigblue-ignore from product 5',
  ],
  [
    { op: 'order_address_set', order, set: { zip: 'D02 X285', address2: null }, base: {} },
    'Set address line 2 to nothing, postal code to D02 X285',
  ],
  [
    {
      op: 'variant_requires_shipping_set',
      variant,
      inventoryItem: gid('InventoryItem', 'gid://shopify/InventoryItem/7'),
      set: true,
      base: false,
    },
    'Make variant 7 a physical product',
  ],
  [
    { op: 'variant_link_set', variant, set: { product: 'DIGG-1', active: false }, base: null },
    'Link variant 7 to DIGG-1 (not active)',
  ],
  [
    { op: 'variant_sku_set', variant, product, set: 'CAR-1', base: null },
    'Set the SKU of variant 7 to CAR-1',
  ],
  [
    {
      op: 'order_edit',
      order,
      staffNote: '',
      changes: [
        { change: 'remove_item', lineItem, baseQuantity: 2 },
        { change: 'add_variant', variant, quantity: 2 },
        { change: 'add_shipping_line', title: 'Express', price: free },
      ],
    },
    'Edit order: remove item 3, add 2 × variant 7, add shipping method Express at 4.90 EUR',
  ],
  [{ op: 'order_mark_as_paid', order, baseStatus: 'PENDING' }, 'Mark as paid'],
  [
    { op: 'fulfillment_cancel', order, fulfillment: gid('Fulfillment', 'gid://shopify/Fulfillment/9') },
    'Cancel fulfilment 9',
  ],
  [
    { op: 'store_countries_set', set: { mode: 'allow', countries: ['FR', 'JP'] }, base: null },
    'Note that the platform syncs only FR, JP',
  ],
  [{ op: 'order_snooze', order, until: Date.UTC(2026, 11, 1, 9) }, 'Snooze until 2026-12-01T09:00:00.000Z'],
  [{ op: 'order_dismiss', order, reason: 'Refunded' }, 'Dismiss: Refunded'],
])('%j reads “%s”', (op, text) => {
  expect(writeInEnglish(op, COMMAND_LINE)).toBe(text);
});
