import { GraphQLError } from 'graphql';

/** What one store's token may do. */
export interface Access {
  token: string;
  /** False once somebody revoked the token: every request is answered 401. */
  valid: boolean;
  readonly scopes: Set<string>;
  /** Protected customer fields the app is not approved for, as `MailingAddress.zip`. */
  readonly redacted: Set<string>;
}

/** Every scope the demo grants unless one is withheld. */
export const allScopes = [
  'read_orders',
  'write_orders',
  'read_all_orders',
  'read_products',
  'write_products',
  'read_inventory',
  'write_inventory',
  'read_customers',
  'read_fulfillments',
  'write_fulfillments',
  'read_locations',
  'read_order_edits',
  'write_order_edits',
  'read_payment_terms',
  'write_payment_terms',
  'read_assigned_fulfillment_orders',
  'write_assigned_fulfillment_orders',
  'read_merchant_managed_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
  'read_third_party_fulfillment_orders',
  'write_third_party_fulfillment_orders',
] as const;

/** Protected customer data of level 2: names, addresses, telephone numbers and e-mail. */
export const protectedFields = [
  'MailingAddress.firstName',
  'MailingAddress.lastName',
  'MailingAddress.name',
  'MailingAddress.company',
  'MailingAddress.address1',
  'MailingAddress.address2',
  'MailingAddress.city',
  'MailingAddress.zip',
  'MailingAddress.phone',
  'Order.email',
  'Order.phone',
  'Customer.firstName',
  'Customer.lastName',
  'Customer.email',
] as const;

/** Any one of these scopes opens the field; a field not listed is open to every token. */
const required: Readonly<Record<string, readonly string[]>> = {
  'QueryRoot.order': ['read_orders'],
  'QueryRoot.orders': ['read_orders'],
  'QueryRoot.ordersCount': ['read_orders'],
  'QueryRoot.product': ['read_products'],
  'QueryRoot.products': ['read_products'],
  'QueryRoot.productVariant': ['read_products'],
  'QueryRoot.productVariants': ['read_products'],
  'QueryRoot.inventoryItem': ['read_inventory', 'read_products'],
  'LineItem.product': ['read_products'],
  'LineItem.variant': ['read_products'],
  'ProductVariant.inventoryItem': ['read_inventory', 'read_products'],
  'Order.customer': ['read_customers'],
  'Order.purchasingEntity': ['read_customers'],
  'Order.paymentTerms': ['read_payment_terms'],
  'Order.fulfillments': ['read_fulfillments', 'read_orders'],
  'Mutation.orderUpdate': ['write_orders'],
  'Mutation.orderCreate': ['write_orders'],
  'Mutation.orderMarkAsPaid': ['write_orders'],
  'Mutation.orderInvoiceSend': ['write_orders'],
  'Mutation.paymentReminderSend': ['write_payment_terms'],
  'Mutation.orderEditBegin': ['write_order_edits'],
  'Mutation.orderEditSetQuantity': ['write_order_edits'],
  'Mutation.orderEditAddVariant': ['write_order_edits'],
  'Mutation.orderEditAddShippingLine': ['write_order_edits'],
  'Mutation.orderEditCommit': ['write_order_edits'],
  'Mutation.fulfillmentCancel': ['write_fulfillments', 'write_merchant_managed_fulfillment_orders'],
  'Mutation.inventoryItemUpdate': ['write_inventory'],
  'Mutation.productVariantsBulkUpdate': ['write_products'],
};

/** Throws Shopify's ACCESS_DENIED error when the token may not read a field; null for the many fields open to all. */
export function guardOf(type: string, field: string): ((access: Access) => void) | null {
  const name = `${type}.${field}`;
  const scopes = required[name];
  const isProtected = (protectedFields as readonly string[]).includes(name);
  if (scopes === undefined && !isProtected) return null;
  return (access) => {
    if (isProtected && access.redacted.has(name))
      throw denied(
        `This app is not approved to use the ${field} field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
        null,
      );
    if (scopes !== undefined) requireScope(access, field, scopes);
  };
}

/** Throws unless one of the scopes is granted; used where the scope follows from an argument. */
export function requireScope(access: Access, field: string, scopes: readonly string[]): void {
  if (scopes.some((scope) => access.scopes.has(scope))) return;
  const wanted = `${scopes.map((scope) => `\`${scope}\``).join(' or ')} access scope.`;
  throw denied(`Access denied for ${field} field. Required access: ${wanted}`, wanted);
}

function denied(message: string, requiredAccess: string | null): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      ...(requiredAccess === null ? {} : { requiredAccess }),
    },
  });
}
