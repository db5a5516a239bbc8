import * as fc from 'fast-check';
import { ORDER_STATES } from '../../../../../shared/domain/error-type.ts';
import { FIX_KINDS, type FixKind } from '../../../../../shared/domain/fix.ts';
import { gid } from '../../../../../shared/domain/ids.ts';
import type { Order } from '../../../../../shared/domain/order.ts';
import type { Plan } from '../../../../../shared/domain/plan.ts';
import type { LinkRoute } from '../../../../../shared/domain/store.ts';
import type { TriageContext } from '../../context.ts';
import { diagnose, diagnosisOf } from '../../diagnose.ts';
import { RULES } from '../../rules/registry.ts';
import { anyContextParts, anyOrder } from '../../test-support/arbitraries.ts';
import {
  aContext,
  aFulfilmentProduct,
  anAddress,
  anItem,
  anOrder,
  aProduct,
  aVariant,
  MORNING,
  orderGid,
  type ContextParts,
} from '../../test-support/samples.ts';
import type { PlanOrder } from '../definition.ts';
import { inPlan, NORD, plan, SUD } from './planning.ts';

/** A plan that an agent may ask for: mixed orders of two stores that look alike. */
export interface DrawnScope {
  readonly fix: FixKind;
  readonly params: Readonly<Record<string, string>>;
  readonly ctx: TriageContext;
  readonly orders: readonly PlanOrder[];
}

const FULFILMENT_PRODUCTS = [
  aFulfilmentProduct(1, { sku: 'SKU-1' }),
  aFulfilmentProduct(2, { barcode: '400000002' }),
  aFulfilmentProduct(9, { sku: 'NEW-9' }),
];

const PARAMS: Partial<Record<FixKind, readonly Readonly<Record<string, string>>[]>> = {
  edit_address: [{ city: 'Cork', zip: 'T12 W8KP' }],
  edit_contact: [{ phone: '+33612345678' }, {}],
  replace_item: [{ variant: '2' }],
  set_postal_code: [{ zip: 'D02 X285' }, {}],
  link_variant: [{}, { product: 'DIGG-9' }, { product: 'DIGG-9', variant: '1' }],
  add_shipping_line: [{}, { price: '4.90' }],
  allow_country: [{}, { country: 'JP' }],
};

/** What commonly goes wrong with orders, so that each fix meets orders that it is for. */
const FLAWS: readonly Partial<Order>[] = [
  { tags: ['VIP', 'Bigblue-Ignore', 'bigblue-reprocess'] },
  { financialStatus: 'PENDING', canMarkAsPaid: true },
  { financialStatus: 'PENDING', paymentTerms: { name: 'Net 30', overdue: true, schedules: [] } },
  {
    fulfillmentStatus: 'FULFILLED',
    fulfillments: ['SUCCESS', 'CANCELLED'].map((status, n) => ({
      gid: gid('Fulfillment', `gid://shopify/Fulfillment/${n}`),
      status,
      createdAt: MORNING,
      service: null,
      location: 'Paris',
    })),
  },
  { cancelledAt: MORNING },
  { shippingAddress: { ...anAddress, countryCode: 'JP' } },
  { shippingAddress: { ...anAddress, countryCode: 'IE', zip: null } },
  { lineItems: [anItem(1, { requiresShipping: false })], shippingLine: null },
  { shippingAddress: { ...anAddress, phone: '0612' } },
  { phone: '+0612345678', email: 'aoife@example,com' },
  { shippingLine: { title: 'Pigeon', code: null } },
  { lineItems: [anItem(1), anItem(9)] },
  { lineItems: [anItem(2), anItem(3)] },
  { merchantEditable: false, merchantEditableErrors: ['The order is archived.'] },
  { redacted: ['zip', 'email'] },
];
const flawedOrder: fc.Arbitrary<Order> = fc
  .subarray([...FLAWS], { maxLength: 3 })
  .map((flaws) => flaws.reduce<Order>((order, flaw) => ({ ...order, ...flaw }), anOrder()));

/** A store of which two variants in three have something the matter with them. */
const flawedStore: fc.Arbitrary<ContextParts> = fc
  .record({
    linkRoute: fc.constantFrom<LinkRoute[]>('metafield', 'metafield', 'sku', 'file'),
    links: fc.tuple(...[1, 2].map(() => fc.constantFrom('active', 'inactive', 'missing'))),
    physical: fc.tuple(fc.boolean(), fc.boolean()),
    ignored: fc.tuple(fc.boolean(), fc.boolean()),
  })
  .map(({ linkRoute, links, physical, ignored }) => ({
    settings: { linkRoute, shippingMethods: ['Colissimo'] },
    variants: [
      ...links.map((link, n) =>
        aVariant(n + 1, {
          requiresShipping: physical[n] ?? true,
          linkMetafield:
            link === 'missing' ? null : { product: `DIGG-${n + 1}`, active: link === 'active', digest: 'd' },
        }),
      ),
      aVariant(3),
    ],
    products: [
      ...ignored.map((it, n) => aProduct(n + 1, { tags: it ? ['bigblue-ignore'] : [] })),
      aProduct(3),
    ],
  }));

export const anyScope: fc.Arbitrary<DrawnScope> = fc
  .record({
    fix: fc.constantFrom(...FIX_KINDS),
    param: fc.nat(2),
    parts: fc.oneof(anyContextParts, flawedStore),
    orders: fc.array(
      fc.record({
        order: fc.oneof(anyOrder, flawedOrder, flawedOrder),
        store: fc.constantFrom(NORD, SUD),
        state: fc.constantFrom('stuck', 'stuck', 'stuck', 'stuck', ...ORDER_STATES),
        told: fc.constantFrom(null, null, null, 'unknown', 'product_not_linked'),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ fix, param, parts, orders }) => {
    const ctx = aContext({ ...parts, fulfilmentProducts: FULFILMENT_PRODUCTS });
    const choices = PARAMS[fix] ?? [];
    return {
      fix,
      ctx,
      params: choices[param % Math.max(1, choices.length)] ?? {},
      orders: orders.map(({ order, store, state, told }, at) => {
        const numbered = { ...order, gid: orderGid(at + 1), name: `#${1001 + at}` };
        const found = diagnose(numbered, ctx);
        const said =
          told === null
            ? []
            : [diagnosisOf(told, RULES[told].told(numbered, ctx, ['1']), 'platform', 'Product 1')];
        return inPlan(numbered, ctx, {
          store,
          state,
          diagnoses: [...said, ...found.filter(({ type }) => type !== told)],
        });
      }),
    };
  });

/** The plan of a drawn scope. */
export function planOf({ fix, ctx, params, orders }: DrawnScope): Plan {
  return plan(fix, orders, { ctx, params, fulfilmentProducts: FULFILMENT_PRODUCTS });
}
