import { numberOfGid } from '../../gid.ts';
import type { FinancialStatus, LineItem, Order } from '../../shop/order.ts';
import { currentTotalOf, placement } from '../../shop/order-facts.ts';
import { addTags, createOrder } from '../../shop/shop.ts';
import { asNode, type ApiContext, type TypeResolvers } from '../context.ts';
import { minorOf } from '../money.ts';
import { addressErrors, addressOf, type AddressInput } from './address.ts';
import { done, mutation, refuse, refuseAll, type UserError } from './mutation.ts';

interface MoneyBagInput {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string };
}

interface LineInput {
  readonly variantId?: string | null;
  readonly productId?: string | null;
  readonly title?: string | null;
  readonly variantTitle?: string | null;
  readonly sku?: string | null;
  readonly vendor?: string | null;
  readonly quantity: number;
  readonly priceSet?: MoneyBagInput | null;
  readonly requiresShipping?: boolean | null;
  readonly giftCard?: boolean | null;
  readonly properties?: readonly { readonly name: string; readonly value: string }[] | null;
}

interface OrderCreateInput {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly customAttributes?: readonly { readonly key: string; readonly value: string }[] | null;
  readonly tags?: readonly string[] | null;
  readonly test?: boolean | null;
  readonly sourceName?: string | null;
  readonly sourceIdentifier?: string | null;
  readonly financialStatus?: FinancialStatus | null;
  readonly lineItems?: readonly LineInput[] | null;
  readonly shippingAddress?: AddressInput | null;
  readonly billingAddress?: AddressInput | null;
  readonly shippingLines?:
    | readonly {
        readonly title: string;
        readonly code?: string | null;
        readonly source?: string | null;
        readonly priceSet: MoneyBagInput;
      }[]
    | null;
  readonly customer?: { readonly toAssociate?: { readonly id?: string | null } | null } | null;
  readonly customerId?: string | null;
  readonly transactions?:
    | readonly {
        readonly kind?: string | null;
        readonly status?: string | null;
        readonly amountSet: MoneyBagInput;
      }[]
    | null;
}

/**
 * orderCreate. As documented: nothing stops a second order with the same sourceIdentifier, an item needs
 * shipping only where the input says so, and the payment follows the given status, else the transactions.
 */
export const orderCreateMutation: TypeResolvers = {
  orderCreate: mutation<{ order: OrderCreateInput }>('orderCreate', ({ order: input }, context) => {
    const { shop, actor } = context;
    const lines = input.lineItems ?? [];
    if (lines.length === 0)
      return refuse(['order', 'lineItems'], 'Line items must have at least one line item', 'INVALID');
    const shipping = input.shippingAddress == null ? null : addressOf(input.shippingAddress);
    const errors: UserError[] = [
      ...(shipping === null ? [] : addressErrors(shipping, ['order', 'shippingAddress'])),
      ...lines.flatMap((line, at) => lineErrors(line, at, context)),
    ].map((error) => ({ ...error, code: 'INVALID' }));
    if (errors.length > 0) return refuseAll(errors);
    const created = createOrder(shop, actor, (index) => buildOrder(input, shipping, index, context));
    return done({ order: asNode('Order', created) });
  }),
};

function lineErrors(line: LineInput, at: number, { shop }: ApiContext): UserError[] {
  const path = ['order', 'lineItems', String(at)];
  const number = line.variantId == null ? null : numberOfGid(line.variantId, 'ProductVariant');
  if (line.variantId != null && (number === null || !shop.catalogue.variants.has(number)))
    return [{ field: [...path, 'variantId'], message: 'Variant does not exist' }];
  if (line.quantity <= 0)
    return [{ field: [...path, 'quantity'], message: 'Quantity must be greater than 0' }];
  if (line.variantId == null && (line.title == null || line.title === ''))
    return [{ field: [...path, 'title'], message: "Title can't be blank" }];
  return [];
}

function buildOrder(
  input: OrderCreateInput,
  shipping: Order['shippingAddress'],
  index: number,
  context: ApiContext,
): Order {
  const { shop } = context;
  const now = shop.clock.wall();
  const amount = (bag: MoneyBagInput | null | undefined): number | null =>
    bag == null ? null : minorOf(bag.shopMoney.amount, shop.profile);
  const customer = customerOf(input, context);
  const order: Order = {
    index,
    id: shop.ids.orderId(index),
    name: shop.ids.orderName(index),
    createdAt: now,
    updatedAt: now,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    test: input.test ?? false,
    sourceName: input.sourceName ?? 'order-desk',
    sourceIdentifier: input.sourceIdentifier ?? null,
    tags: [],
    note: input.note ?? null,
    email: input.email ?? customer?.email ?? null,
    phone: input.phone ?? null,
    financialStatus: 'PENDING',
    paid: 0,
    attributes: (input.customAttributes ?? []).map(({ key, value }) => ({ key, value })),
    backordered: false,
    gateways: [],
    paymentTerms: null,
    company: null,
    customer,
    shippingAddress: shipping,
    billingAddress: input.billingAddress == null ? null : addressOf(input.billingAddress),
    shippingLines: (input.shippingLines ?? []).map((line) => ({
      title: line.title,
      code: line.code ?? null,
      source: line.source ?? null,
      carrierIdentifier: null,
      price: amount(line.priceSet) ?? 0,
    })),
    items: (input.lineItems ?? []).map((line, at) =>
      buildLine(line, shop.ids.part('line', index, at), amount(line.priceSet), context),
    ),
    fulfillments: [],
    events: [],
    agreements: [],
  };
  addTags(order.tags, input.tags ?? []);
  const received = (input.transactions ?? [])
    .filter(
      (each) => (each.status ?? 'SUCCESS') === 'SUCCESS' && ['SALE', 'CAPTURE'].includes(each.kind ?? 'SALE'),
    )
    .reduce((sum, each) => sum + (amount(each.amountSet) ?? 0), 0);
  const total = currentTotalOf(order);
  order.financialStatus =
    input.financialStatus ?? (received >= total ? 'PAID' : received > 0 ? 'PARTIALLY_PAID' : 'PENDING');
  order.paid = order.financialStatus === 'PAID' ? total : received;
  order.agreements.push(placement(order, shop.ids.part('agreement', index, 0), now));
  return order;
}

function buildLine(line: LineInput, id: number, price: number | null, { shop }: ApiContext): LineItem {
  const number = line.variantId == null ? null : numberOfGid(line.variantId, 'ProductVariant');
  const variant = number === null ? undefined : shop.catalogue.variants.get(number);
  const product = variant === undefined ? undefined : shop.catalogue.products.get(variant.productId);
  return {
    id,
    title: line.title ?? product?.title ?? 'Custom item',
    variantTitle:
      line.variantTitle ??
      (variant === undefined || variant.title === 'Default Title' ? null : variant.title),
    sku: line.sku ?? variant?.sku ?? null,
    vendor: line.vendor ?? null,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    nonFulfillableQuantity: 0,
    fulfilledQuantity: 0,
    requiresShipping: line.requiresShipping ?? false,
    isGiftCard: line.giftCard ?? product?.isGiftCard ?? false,
    variantId: variant?.id ?? null,
    productId: variant?.productId ?? null,
    unitPrice: price ?? variant?.price ?? 0,
    attributes: (line.properties ?? []).map(({ name, value }) => ({ key: name, value })),
  };
}

/** The customer an order is given to, when one of the seeded orders is theirs. */
function customerOf(input: OrderCreateInput, { shop }: ApiContext): Order['customer'] {
  const gid = input.customer?.toAssociate?.id ?? input.customerId;
  const id = gid == null ? null : numberOfGid(gid, 'Customer');
  if (id === null) return null;
  for (let index = 0; index < shop.orders.size; index++) {
    const customer = shop.orders.peek(index)?.customer;
    if (customer?.id === id) return customer;
  }
  return null;
}
