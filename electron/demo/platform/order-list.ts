import type { ProductLink } from '../merchants/catalogue-seed.ts';
import type { Shop } from '../shop/shop.ts';
import type { Platform } from './platform.ts';

/**
 * The platform's list of orders ("Shop integrations > Orders") as CSV lines: what a person copies out of it,
 * with every sync message, also of orders the Store API does not list.
 */
export function* orderListCsv(shop: Shop, platform: Platform): Generator<string> {
  yield 'order,shopify_id,state,message\r\n';
  for (let index = 0; index < shop.orders.size; index++) {
    const { state, message } = platform.stateOf(index);
    if (state === 'out_of_scope') continue;
    const label = state === 'synced' ? 'Synced' : state === 'waiting' ? 'Pending' : 'Reprocess';
    yield `${[shop.ids.orderName(index), String(shop.ids.orderId(index)), label, message].map(cell).join(',')}\r\n`;
  }
}

/**
 * Takes in a file of product links, as the platform's import does for stores of the `file` route. Columns by name:
 * a variant id, a product id and optionally `active`. Returns how many rows were taken.
 */
export function importLinks(csv: string, platform: Platform): number {
  const [head = '', ...rows] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((row) => row.trim() !== '');
  const names = head.split(/[,;]/).map((name) => name.trim().replaceAll('"', '').toLowerCase());
  const variantAt = names.findIndex((name) => name.includes('variant') && !name.includes('title'));
  const productAt = names.findIndex(
    (name) => !name.includes('shopify') && /bigblue|fulfil|^product(_id)?$/.test(name),
  );
  const activeAt = names.indexOf('active');
  let taken = 0;
  for (const row of rows) {
    const cells = row.split(/[,;]/).map((text) => text.trim().replaceAll('"', ''));
    const variant = Number(/(\d+)$/.exec(cells[variantAt] ?? '')?.[1]);
    const product = cells[productAt];
    if (!Number.isSafeInteger(variant) || product === undefined || product === '') continue;
    const link: ProductLink = {
      product,
      active: activeAt < 0 || !/^(false|0|no|off)$/i.test(cells[activeAt] ?? ''),
    };
    platform.links.set(variant, link);
    taken += 1;
  }
  return taken;
}

/** RFC 4180. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
