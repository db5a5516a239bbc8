import type { AddressField, OrderPart } from '../domain/order.ts';

const ADDRESS_FIELDS: Readonly<Record<AddressField, string>> = {
  firstName: 'first name',
  lastName: 'last name',
  company: 'company',
  address1: 'address line 1',
  address2: 'address line 2',
  city: 'city',
  provinceCode: 'province',
  zip: 'postal code',
  countryCode: 'country',
  phone: 'phone',
};

/** How people call a field of an address. */
export function addressField(field: AddressField): string {
  return ADDRESS_FIELDS[field];
}

const ORDER_PARTS: Readonly<Record<OrderPart, string>> = {
  shippingAddress: 'shipping address',
  zip: 'postal code',
  name: 'names',
  email: 'e-mail address',
  phone: 'phone number',
  paymentTerms: 'payment terms',
  purchasingEntity: 'buying company',
  products: 'products',
};

/** How people call a part of an order that Shopify may withhold. */
export function orderPart(part: OrderPart): string {
  return ORDER_PARTS[part];
}
