/** The shipping method of an order that has none to go by: the title Shopify gives its own default rate. */
export const DEFAULT_SHIPPING_TITLE = 'Standard';
