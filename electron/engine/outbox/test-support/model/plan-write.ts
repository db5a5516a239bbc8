import { assertNever } from '../../../../../shared/domain/assert-never.ts';
import { gid, type StoreId } from '../../../../../shared/domain/ids.ts';
import type { Plan } from '../../../../../shared/domain/plan.ts';
import type { WriteOp } from '../../../../../shared/domain/write.ts';
import { addTag, markAsPaid, order, planOf, variant, type Workbench } from '../workbench.ts';
import { type Ledger, ORDERS } from './ledger.ts';

/** What the agent can want done to an order of these stores. */
export const WISHES = [
  'tag',
  'tag and tag',
  'zip',
  'pay',
  'remind',
  'recreate',
  'replace',
  'cancel parcel',
] as const;
type Wish = (typeof WISHES)[number];

/** The request by which a wish takes effect. */
export const REQUEST_OF: Readonly<Record<Wish, string>> = {
  tag: 'TagsAdd',
  'tag and tag': 'TagsAdd',
  zip: 'OrderAddressSet',
  pay: 'OrderMarkAsPaid',
  remind: 'PaymentReminderSend',
  recreate: 'OrderCreate',
  replace: 'OrderEditCommit',
  'cancel parcel': 'FulfillmentCancel',
};

/** A plan against what the store has now. */
export function planWish(bench: Workbench, ledger: Ledger, wish: Wish, store: StoreId, n: number): Plan {
  const first = { op: opFor(bench, ledger, wish, store, n), store };
  if (wish !== 'tag and tag') return planOf('reprocess', [first]);
  // On another order, where nothing but the dependency holds it back.
  const second = { op: opFor(bench, ledger, wish, store, (n % ORDERS.length) + 1), store, dependsOn: [0] };
  return planOf('reprocess', [first, second]);
}

function opFor(bench: Workbench, ledger: Ledger, wish: Wish, store: StoreId, n: number): WriteOp {
  ledger.serial += 1;
  const { serial } = ledger;
  switch (wish) {
    case 'tag':
    case 'tag and tag':
      return addTag(n, `t${serial}`);
    case 'zip': {
      const zip = bench.shop(store).orders.get(order(n))?.address?.['zip'] ?? null;
      return { op: 'order_address_set', order: order(n), set: { zip: `Z${serial}` }, base: { zip } };
    }
    case 'pay':
      return markAsPaid(n);
    case 'remind': {
      const schedule = gid('PaymentSchedule', `gid://shopify/PaymentSchedule/${n}`);
      return { op: 'payment_reminder_send', order: order(n), schedule };
    }
    case 'recreate': {
      const sourceIdentifier = `p${serial}`;
      return { op: 'order_create', order: order(n), sourceIdentifier, shippingTitle: 'Standard' };
    }
    case 'replace': {
      const changes = [{ change: 'add_variant' as const, variant: variant(10_000 + serial), quantity: 1 }];
      return { op: 'order_edit', order: order(n), changes, staffNote: '' };
    }
    case 'cancel parcel': {
      const fulfillment = gid('Fulfillment', `gid://shopify/Fulfillment/${n}`);
      return { op: 'fulfillment_cancel', order: order(n), fulfillment };
    }
    default:
      return assertNever(wish);
  }
}
