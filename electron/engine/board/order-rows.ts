import type { OrderRow } from '../../../shared/contract/rows.ts';
import { deepLink } from '../../../shared/domain/deep-link.ts';
import { openItems, titleOf } from '../../../shared/domain/order.ts';
import { customerName } from '../db/cache/customer-name.ts';
import type { OrderRecord } from '../db/cache/order-record.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { Store } from '../stores/store.ts';

/** An order as lists show it. */
export function orderRow(record: OrderRecord, store: Store, overlay: Overlay): OrderRow {
  const { order } = record;
  return {
    id: record.id,
    storeId: store.id,
    storeName: store.name,
    gid: order.gid,
    name: order.name,
    state: record.state,
    snoozedUntil: record.state === 'snoozed' ? (overlay.mark(store.id, order.gid)?.until ?? null) : null,
    errorType: record.errorType,
    diagnoses: [...record.diagnoses],
    predicted: record.predicted,
    queuedWrites: overlay.openWrites(store.id, order.gid),
    createdAt: order.createdAt,
    value: order.total,
    customer: customerName(order),
    city: order.shippingAddress?.city ?? null,
    country: order.shippingAddress?.countryCode ?? null,
    items: openItems(order).map((item) => `${item.currentQuantity} × ${titleOf(item)}`),
    tags: [...order.tags],
    adminUrl: adminUrl(store, order.gid),
  };
}

/** null where the store's domain is not one of Shopify's, so that nothing else is ever opened. */
function adminUrl(store: Store, order: string): string | null {
  const found = deepLink(
    { do: 'open', target: 'shopify_order' },
    { storeDomain: store.domain, storeName: store.name, order, product: null, variant: null, language: 'en' },
  );
  return found.ok ? found.link.url : null;
}
