import { BULK_CANCEL, BULK_PRODUCTS, BULK_RUN, BULK_STATE, bulkOrdersQuery } from './bulk.ts';
import { BULK_MUTATION_RUN, BULK_MUTATIONS, STAGED_UPLOAD } from './bulk-mutations.ts';
import type { AdminDocument } from './document.ts';
import { ORDER_EVENTS } from './events.ts';
import * as mutations from './mutations.ts';
import * as edits from './order-edits.ts';
import {
  ORDER_STAMPS,
  ORDERS_COUNT,
  orderFulfillmentsDocument,
  orderLinesDocument,
  ordersByIdsDocument,
  ordersPageDocument,
} from './orders.ts';
import { ALL_PARTS, type DocumentParts } from './parts.ts';
import { ordersProbeDocument, SHOP_PROBE } from './probe.ts';
import { PRODUCT_VARIANTS, PRODUCTS_BY_IDS, PRODUCTS_UPDATED } from './products.ts';
import * as reads from './read-backs.ts';

type AnyDocument = Pick<AdminDocument<never, unknown>, 'name' | 'text'>;

/** Every document that the app sends to a store where `parts` may be read. */
export function documentsFor(parts: DocumentParts): readonly AnyDocument[] {
  return [
    SHOP_PROBE,
    ordersProbeDocument(parts),
    ordersPageDocument(parts),
    ordersByIdsDocument(parts),
    orderLinesDocument(parts),
    orderFulfillmentsDocument(parts),
    ORDERS_COUNT,
    ORDER_STAMPS,
    PRODUCTS_BY_IDS,
    PRODUCTS_UPDATED,
    PRODUCT_VARIANTS,
    ORDER_EVENTS,
    BULK_RUN,
    BULK_STATE,
    BULK_CANCEL,
    STAGED_UPLOAD,
    BULK_MUTATION_RUN,
    BULK_MUTATIONS,
    bulkOrdersQuery(parts, 0),
    ...(parts.has('products') ? [BULK_PRODUCTS] : []),
    mutations.TAGS_ADD,
    mutations.TAGS_REMOVE,
    mutations.orderAddressSetDocument(parts),
    mutations.ORDER_CONTACT_SET,
    mutations.REQUIRES_SHIPPING_SET,
    mutations.FULFILLMENT_CANCEL,
    mutations.ORDER_MARK_AS_PAID,
    mutations.PAYMENT_REMINDER_SEND,
    mutations.ORDER_INVOICE_SEND,
    mutations.ORDER_CREATE,
    mutations.METAFIELDS_SET,
    mutations.VARIANT_SKU_SET,
    edits.ORDER_EDIT_BEGIN,
    edits.ORDER_EDIT_SET_QUANTITY,
    edits.ORDER_EDIT_ADD_VARIANT,
    edits.ORDER_EDIT_ADD_SHIPPING_LINE,
    edits.ORDER_EDIT_COMMIT,
    reads.ORDER_TAGS,
    reads.ORDER_STATE,
    reads.ORDER_FULFILLED,
    reads.orderAddressDocument(parts),
    reads.ORDER_CONTACT,
    reads.ORDER_PAYMENT_TERMS,
    reads.ORDER_AGREEMENTS,
    reads.ORDER_SHIPPING_LINES,
    reads.ORDERS_BY_SOURCE,
    reads.VARIANT_STATE,
    reads.PRODUCT_STATE,
    reads.orderToRecreateDocument(parts),
  ];
}

/** Every document in its full form: what the types are generated from. */
export const ALL_DOCUMENTS: readonly AnyDocument[] = documentsFor(ALL_PARTS);
