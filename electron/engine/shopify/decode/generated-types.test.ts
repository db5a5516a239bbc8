import type { z } from 'zod';
import { expectTypeOf, it } from 'vitest';
import type * as operations from '../admin-operations.generated.ts';
import type * as events from './event.ts';
import type * as mutations from './mutation.ts';
import type * as orders from './order.ts';
import type * as probes from './probe.ts';
import type * as products from './product.ts';
import type * as reads from './read-back.ts';

/** Decoders may not write what they read; generated types are readonly. */
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
type Takes<Decoder extends z.ZodType, Answer> =
  Mutable<Answer> extends Mutable<z.input<Decoder>> ? true : false;
/** The answer of `nodes(ids)` without the kinds of node that were not asked for. */
type Node<Nodes> = Nodes extends { readonly nodes: readonly (infer Item)[] }
  ? Extract<Item, { readonly id: string }>
  : never;
type One<Page> = Page extends { nodes: (infer Item)[] } ? NonNullable<Item> : never;

it('what the schema says of an answer is what its decoder takes', () => {
  expectTypeOf<Takes<typeof orders.ordersPageAnswer, operations.OrdersPageQuery>>().toEqualTypeOf<true>();
  expectTypeOf<Takes<typeof orders.orderLinesAnswer, operations.OrderLinesQuery>>().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof orders.fulfillmentsAnswer, operations.OrderFulfillmentsQuery>
  >().toEqualTypeOf<true>();
  expectTypeOf<Node<operations.OrdersByIdsQuery>>().not.toBeNever();
  expectTypeOf<Node<operations.ProductsByIdsQuery>>().not.toBeNever();
  expectTypeOf<Mutable<Node<operations.OrdersByIdsQuery>>>().toExtend<
    One<z.input<typeof orders.ordersByIdsAnswer>>
  >();
  expectTypeOf<Mutable<Node<operations.ProductsByIdsQuery>>>().toExtend<
    One<z.input<typeof products.productsByIdsAnswer>>
  >();
  expectTypeOf<
    Takes<typeof products.productsPageAnswer, operations.ProductsUpdatedQuery>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof products.productVariantsAnswer, operations.ProductVariantsQuery>
  >().toEqualTypeOf<true>();
  expectTypeOf<Takes<typeof probes.shopProbeAnswer, operations.ShopProbeQuery>>().toEqualTypeOf<true>();
  expectTypeOf<Takes<typeof probes.ordersProbeAnswer, operations.OrdersProbeQuery>>().toEqualTypeOf<true>();
  expectTypeOf<Takes<typeof events.orderEventsAnswer, operations.OrderEventsQuery>>().toEqualTypeOf<true>();
});

it('what the schema says of a mutation’s outcome is what its decoder takes', () => {
  expectTypeOf<Takes<typeof mutations.tagsAddAnswer, operations.TagsAddMutation>>().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.tagsRemoveAnswer, operations.TagsRemoveMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderAddressSetAnswer, operations.OrderAddressSetMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.requiresShippingSetAnswer, operations.RequiresShippingSetMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.fulfillmentCancelAnswer, operations.FulfillmentCancelMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderMarkAsPaidAnswer, operations.OrderMarkAsPaidMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.paymentReminderSendAnswer, operations.PaymentReminderSendMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderInvoiceSendAnswer, operations.OrderInvoiceSendMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderCreateAnswer, operations.OrderCreateMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.metafieldsSetAnswer, operations.MetafieldsSetMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.variantSkuSetAnswer, operations.VariantSkuSetMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderEditBeginAnswer, operations.OrderEditBeginMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderEditSetQuantityAnswer, operations.OrderEditSetQuantityMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderEditAddVariantAnswer, operations.OrderEditAddVariantMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderEditAddShippingLineAnswer, operations.OrderEditAddShippingLineMutation>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof mutations.orderEditCommitAnswer, operations.OrderEditCommitMutation>
  >().toEqualTypeOf<true>();
});

it('what the schema says of a read-back is what its decoder takes', () => {
  expectTypeOf<Takes<typeof reads.orderStateAnswer, operations.OrderStateQuery>>().toEqualTypeOf<true>();
  expectTypeOf<Takes<typeof reads.orderAddressAnswer, operations.OrderAddressQuery>>().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof reads.orderPaymentTermsAnswer, operations.OrderPaymentTermsQuery>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof reads.orderAgreementsAnswer, operations.OrderAgreementsQuery>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof reads.ordersBySourceAnswer, operations.OrdersBySourceQuery>
  >().toEqualTypeOf<true>();
  expectTypeOf<Takes<typeof reads.variantStateAnswer, operations.VariantStateQuery>>().toEqualTypeOf<true>();
  expectTypeOf<Takes<typeof reads.productStateAnswer, operations.ProductStateQuery>>().toEqualTypeOf<true>();
  expectTypeOf<
    Takes<typeof reads.orderToRecreateAnswer, operations.OrderToRecreateQuery>
  >().toEqualTypeOf<true>();
});
