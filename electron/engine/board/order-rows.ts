import type { OrderRow } from '../../../shared/contract/rows.ts';
import { deepLink } from '../../../shared/domain/deep-link.ts';
import { gid, legacyId, type StoreId } from '../../../shared/domain/ids.ts';
import { openItems, titleOf } from '../../../shared/domain/order.ts';
import { customerName } from '../db/cache/customer-name.ts';
import type { ListedOrder } from '../db/cache/order-record.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { Regressions } from '../outbox/regressions.ts';
import type { Store } from '../stores/store.ts';

/** Orders as lists show them; for one list. */
export function orderRows(
  overlay: Overlay,
  regressions?: Pick<Regressions, 'of'>,
): (record: ListedOrder, store: Store) => OrderRow {
  const starts = new Map<StoreId, string | null>();
  return (record, store) => {
    let start = starts.get(store.id);
    if (start === undefined) {
      start = adminUrlStart(store);
      starts.set(store.id, start);
    }
    const { order } = record;
    const regressed = regressions?.of(store.id, order.gid);
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
      adminUrl: start && `${start}${legacyId(order.gid)}`,
      ...(regressed ? { regressed: { run: regressed.run, at: regressed.at } } : {}),
    };
  };
}

/**
 * All orders of a store have the same address but for their number, so it is made, and checked, once per list. null where
 * the store's domain is not one of Shopify's, so that nothing else is ever opened.
 */
function adminUrlStart({ domain, name }: Store): string | null {
  const found = deepLink(
    { do: 'open', target: 'shopify_order' },
    {
      storeDomain: domain,
      storeName: name,
      order: gid('Order', 'gid://shopify/Order/0'),
      product: null,
      variant: null,
      language: 'en',
    },
  );
  return found.ok ? found.link.url.slice(0, -1) : null;
}
