import type { AddressField, OrderPart } from '../domain/order.ts';

const ADDRESS_FIELDS: Readonly<Record<AddressField, string>> = {
  firstName: 'prénom',
  lastName: 'nom',
  company: 'société',
  address1: 'adresse, ligne 1',
  address2: 'adresse, ligne 2',
  city: 'ville',
  provinceCode: 'province',
  zip: 'code postal',
  countryCode: 'pays',
  phone: 'téléphone',
};

/** How people call a field of an address. */
export function addressField(field: AddressField): string {
  return ADDRESS_FIELDS[field];
}

const ORDER_PARTS: Readonly<Record<OrderPart, string>> = {
  shippingAddress: 'adresse de livraison',
  zip: 'code postal',
  name: 'noms',
  email: 'adresse e-mail',
  phone: 'numéro de téléphone',
  paymentTerms: 'conditions de paiement',
  purchasingEntity: 'société acheteuse',
  products: 'produits',
};

/** How people call a part of an order that Shopify may withhold. */
export function orderPart(part: OrderPart): string {
  return ORDER_PARTS[part];
}

/** Words that are somebody else’s, in French quotation marks; the spaces do not break. */
export function quoted(words: string): string {
  return `«\u00a0${words}\u00a0»`;
}

const STATUSES: Readonly<Record<string, string>> = {
  PENDING: 'en attente',
  AUTHORIZED: 'autorisé',
  PARTIALLY_PAID: 'payé en partie',
  PARTIALLY_REFUNDED: 'remboursé en partie',
  VOIDED: 'annulé',
  PAID: 'payé',
  REFUNDED: 'remboursé',
  EXPIRED: 'expiré',
  SUCCESS: 'effectué',
  CANCELLED: 'annulé',
  ERROR: 'en erreur',
  FAILURE: 'échoué',
  OPEN: 'ouvert',
};

/** A financial or a fulfilment status of Shopify's; one that is not known here stays as Shopify spells it. */
export function status(code: string): string {
  return STATUSES[code] ?? code;
}
