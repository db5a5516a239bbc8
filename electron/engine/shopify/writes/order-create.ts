import { z } from 'zod';
import type { WriteReason } from '../../../../shared/domain/write-reason.ts';
import { IGNORE_TAG, REPROCESS_TAG } from '../../../../shared/domain/error-type.ts';
import { decimalString, type Money } from '../../../../shared/domain/money.ts';
import { hasTag } from '../../../../shared/domain/order.ts';
import type { WriteOpOf } from '../../../../shared/domain/write.ts';
import type { MoneyBagInput, OrderCreateOrderInput } from '../admin-operations.generated.ts';
import type { OrderToRecreate } from '../decode/read-back.ts';
import { ORDER_CREATE } from '../documents/mutations.ts';
import { ORDERS_BY_SOURCE, orderToRecreateDocument, VARIANT_STATE } from '../documents/read-backs.ts';
import { currencyCode } from './currency-code.ts';
import { mailingAddress } from './mailing-address.ts';
import { GONE_ORDER, NO_EFFECT, refusalOf, remoteWrite, type RemoteWrite } from './remote-write.ts';
import type { WriteApi } from './write-api.ts';

type Op = WriteOpOf<'order_create'>;
type Original = NonNullable<OrderToRecreate>;

/**
 * Creates an order anew (orderCreate): never twice. `sourceIdentifier` is the write's own mark, by which it is searched
 * for before sending and after a lost answer; the search index lags, hence the long settling time (outbox invariant 3).
 */
export function orderCreate(op: Op): RemoteWrite {
  return remoteWrite({
    settleMs: 15_000,
    before: z.object({ name: z.string() }),
    look: async (api) => {
      const made = await copyOf(api, op);
      if (made) return { kind: 'done', version: null, evidence: { order: made.id, name: made.name } };
      const original = await api.ask(orderToRecreateDocument(api.parts), { id: op.order });
      if (!original) return { kind: 'impossible', reason: GONE_ORDER };
      const problem = copyProblem(original);
      return problem === null
        ? { kind: 'go', before: { name: original.name } }
        : { kind: 'impossible', reason: problem };
    },
    send: async (api) => {
      const original = await api.ask(orderToRecreateDocument(api.parts), { id: op.order });
      if (!original) return { kind: 'refused', reason: GONE_ORDER };
      const { order, userErrors } = await api.tell(ORDER_CREATE, {
        order: await orderInput(api, op, original),
        options: { sendReceipt: false, sendFulfillmentReceipt: false },
      });
      const refused = refusalOf(userErrors);
      if (refused !== null) return { kind: 'refused', reason: refused };
      return order
        ? {
            kind: 'applied',
            effect: NO_EFFECT,
            version: null,
            evidence: { order: order.id, name: order.name },
          }
        : { kind: 'unproved', evidence: { order: null } };
    },
    readBack: async (api) => {
      const made = await copyOf(api, op);
      return made
        ? {
            kind: 'took_effect',
            effect: NO_EFFECT,
            version: null,
            evidence: { order: made.id, name: made.name, foundBy: op.sourceIdentifier },
          }
        : { kind: 'no_effect', evidence: { searchedFor: op.sourceIdentifier, found: 0 } };
    },
  });
}

async function copyOf(api: WriteApi, { sourceIdentifier }: Op) {
  const query = `source_identifier:'${sourceIdentifier.replaceAll(/['\\]/g, '')}'`;
  const found = await api.ask(ORDERS_BY_SOURCE, { query });
  return found.find((order) => order.sourceIdentifier === sourceIdentifier) ?? null;
}

/** Why a copy would not be the order that the customer placed; null: it can be made. */
function copyProblem({ lineItems, shippingAddress }: Original): WriteReason | null {
  if (lineItems.pageInfo.hasNextPage) return { code: 'too_many_items' };
  if (!lineItems.nodes.some(({ currentQuantity }) => currentQuantity > 0)) return { code: 'no_items' };
  return shippingAddress ? null : { code: 'copy_without_address' };
}

async function orderInput(api: WriteApi, op: Op, original: Original): Promise<OrderCreateOrderInput> {
  const { email, phone, note, tags, customAttributes, shippingAddress, shippingLine } = original;
  const { displayFinancialStatus } = original;
  const total = original.currentTotalPriceSet.shopMoney;
  const items = original.lineItems.nodes.filter(({ currentQuantity }) => currentQuantity > 0);
  return {
    sourceIdentifier: op.sourceIdentifier,
    currency: currencyCode(total.currency),
    test: original.test,
    ...(email == null ? {} : { email }),
    ...(phone == null ? {} : { phone }),
    ...(note === null ? {} : { note }),
    // A pick-up point and a tax number are among them: without, the copy would be refused for what the old one had.
    customAttributes: customAttributes.map(({ key, value }) => ({ key, value: value ?? '' })),
    // The new order is to be taken in: what kept the old one out does not come along.
    tags: tags.filter((tag) => !hasTag([IGNORE_TAG, REPROCESS_TAG], tag)),
    ...(shippingAddress ? { shippingAddress: mailingAddress(shippingAddress, {}) } : {}),
    // Money that was given back is not there: only a paid order makes a paid copy.
    financialStatus: displayFinancialStatus === 'PAID' ? 'PAID' : 'PENDING',
    shippingLines: [
      {
        title: op.shippingTitle,
        ...(shippingLine?.code == null ? {} : { code: shippingLine.code }),
        priceSet: bag(
          shippingLine?.originalPriceSet.shopMoney ?? { amountMinor: 0, currency: total.currency },
        ),
      },
    ],
    lineItems: await Promise.all(items.map((item) => lineInput(api, item))),
  };
}

async function lineInput(api: WriteApi, item: Original['lineItems']['nodes'][number]) {
  const { title, variantTitle, sku, vendor, currentQuantity, isGiftCard, variant, product } = item;
  return {
    title,
    quantity: currentQuantity,
    ...(variantTitle === null ? {} : { variantTitle }),
    ...(sku === null ? {} : { sku }),
    ...(vendor === null ? {} : { vendor }),
    ...(variant ? { variantId: variant.id } : {}),
    ...(product ? { productId: product.id } : {}),
    giftCard: isGiftCard,
    requiresShipping: item.requiresShipping || (await shipsNow(api, variant?.id, isGiftCard)),
    priceSet: bag(item.discountedUnitPriceSet.shopMoney),
    properties: item.customAttributes.map(({ key, value }) => ({ name: key, value: value ?? '' })),
  };
}

/** The order's own record of what ships may be stale: that is what recreating it is for (seed, “No shippable product”). */
async function shipsNow(api: WriteApi, variant: string | undefined, giftCard: boolean): Promise<boolean> {
  if (variant === undefined || giftCard) return false;
  return (await api.ask(VARIANT_STATE, { id: variant }))?.inventoryItem.requiresShipping ?? false;
}

function bag(money: Money): MoneyBagInput {
  return { shopMoney: { amount: decimalString(money), currencyCode: currencyCode(money.currency) } };
}
