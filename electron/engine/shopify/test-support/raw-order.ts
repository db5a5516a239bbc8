/** One order as the Admin API answers it; tests change what they are about. */
export function rawOrder(number: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `gid://shopify/Order/${number}`,
    name: `#${number}`,
    createdAt: '2026-10-01T08:00:00Z',
    updatedAt: '2026-10-01T10:00:00+02:00',
    cancelledAt: null,
    cancelReason: null,
    test: false,
    sourceName: 'web',
    tags: ['vip'],
    displayFinancialStatus: 'PAID',
    displayFulfillmentStatus: 'UNFULFILLED',
    paymentGatewayNames: ['shopify_payments'],
    canMarkAsPaid: false,
    merchantEditable: true,
    merchantEditableErrors: [],
    currentTotalPriceSet: { shopMoney: { amount: '84.5', currencyCode: 'EUR' } },
    email: 'ana@example.com',
    phone: null,
    purchasingEntity: { kind: 'Customer' },
    paymentTerms: null,
    shippingAddress: {
      firstName: 'Ana',
      lastName: 'Moreau',
      company: null,
      address1: '1 rue de la Paix',
      address2: null,
      city: 'Paris',
      provinceCode: null,
      zip: '75002',
      countryCodeV2: 'FR',
      phone: null,
    },
    shippingLine: { title: 'Standard', code: 'standard' },
    customAttributes: [],
    fulfillments: [],
    lineItems: rawLines([1]),
    ...more,
  };
}

/** A page of line items; `next` is the cursor of the following one. */
export function rawLines(numbers: readonly number[], next: string | null = null): Record<string, unknown> {
  return {
    nodes: numbers.map((number) => ({
      id: `gid://shopify/LineItem/${number}`,
      title: `Item ${number}`,
      variantTitle: null,
      sku: `SKU-${number}`,
      quantity: 1,
      currentQuantity: 1,
      nonFulfillableQuantity: 0,
      requiresShipping: true,
      variant: { id: `gid://shopify/ProductVariant/${number}` },
      product: { id: 'gid://shopify/Product/1' },
    })),
    pageInfo: { hasNextPage: next !== null, endCursor: next },
  };
}

/** A product with its first variants. */
export function rawProduct(number: number, variants: readonly number[], next: string | null = null) {
  return {
    id: `gid://shopify/Product/${number}`,
    title: `Product ${number}`,
    tags: [],
    updatedAt: '2026-10-01T00:00:00Z',
    variants: rawVariants(variants, next),
  };
}

export function rawVariants(numbers: readonly number[], next: string | null = null) {
  return {
    nodes: numbers.map((number) => ({
      id: `gid://shopify/ProductVariant/${number}`,
      title: 'Default',
      sku: null,
      barcode: null,
      inventoryItem: { id: `gid://shopify/InventoryItem/${number}`, requiresShipping: true },
      metafield: null,
    })),
    pageInfo: { hasNextPage: next !== null, endCursor: next },
  };
}
