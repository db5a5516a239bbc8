/** Products, variants and the fulfilment platform's own products of one demo merchant. Money in minor units, times in UTC ms. */
export interface Metafield {
  id: number;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: number;
  updatedAt: number;
}

export interface Variant {
  id: number;
  productId: number;
  title: string;
  sku: string | null;
  barcode: string | null;
  requiresShipping: boolean;
  tracked: boolean;
  price: number;
  position: number;
  inventoryItemId: number;
  createdAt: number;
  updatedAt: number;
  metafields: Metafield[];
}

export interface Product {
  id: number;
  title: string;
  handle: string;
  status: 'ACTIVE' | 'ARCHIVED' | 'DRAFT';
  vendor: string;
  isGiftCard: boolean;
  tags: string[];
  createdAt: number;
  updatedAt: number;
  variantIds: number[];
}

/** A product of the fulfilment platform, as ListProducts gives it. */
export interface FulfilmentProduct {
  id: string;
  name: string;
  sku: string | null;
  barcode: string | null;
  value: number;
  originCountry: string;
  tariffNumber: string;
  description: string;
  available: number;
  components: readonly { product: string; quantity: number }[];
}

export interface Catalogue {
  products: Map<number, Product>;
  variants: Map<number, Variant>;
}

/** A deep copy: what the platform remembers of the shop until a product is pushed again. */
export function copyCatalogue(catalogue: Catalogue): Catalogue {
  return structuredClone(catalogue);
}
