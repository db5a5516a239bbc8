import type { Product, ProductLink, Variant } from '../../../shared/domain/catalog.ts';
import type { ZipSuggestion } from '../../../shared/domain/diagnosis.ts';
import type { Gid } from '../../../shared/domain/ids.ts';
import type { Millis, Order } from '../../../shared/domain/order.ts';
import type { StoreSettings } from '../../../shared/domain/store.ts';
import type { FulfilmentProducts } from './fulfilment-products.ts';
import { hasLinkSource, linkOf } from './links.ts';
import type { ListedLinks } from './listed-links.ts';

export interface OrderTwin {
  readonly name: string;
  readonly createdAt: Millis;
}

/** Everything beside the order that a diagnosis rests on, for one store at one moment. */
export interface TriageContext {
  readonly settings: StoreSettings;
  /** False without the scope read_products: the product rules are off, nothing is “gone”. */
  readonly productsReadable: boolean;
  /** Undefined: the variant no longer exists. */
  variant(gid: Gid<'ProductVariant'>): Variant | undefined;
  /** Undefined: the product no longer exists. */
  product(gid: Gid<'Product'>): Product | undefined;
  /** The variant's link, active or not, by the store's link route; null: none. Meaningless without `linkSource`. */
  link(variant: Variant): ProductLink | null;
  /** Whether the store's link route tells which variants are linked; without, product_not_linked is off. */
  readonly linkSource: boolean;
  /** The imported link list of a store with the route `file`; null: there is none. */
  readonly listedLinks: ListedLinks | null;
  readonly fulfilmentProducts: FulfilmentProducts;
  /** How many of a product of the platform are left for orders that it has not taken in; null: unknown. */
  stock(product: string): number | null;
  /** A postal code from an earlier order of the same customer, or of the same city. */
  suggestZip(order: Order): ZipSuggestion | null;
  /**
   * The order that this one repeats: earlier within the store's `duplicateMinutes`, of the same customer at the same
   * place, with the same items for the same money, and not cancelled; null: none, or the rule is off.
   */
  earlierTwin(order: Order): OrderTwin | null;
  /** Whether the fulfilment platform can be asked which orders it knows. */
  readonly platformConnected: boolean;
}

/** What `createContext` needs: a context less what follows from its other parts. */
export interface TriageSources extends Omit<TriageContext, 'link' | 'linkSource'> {
  /** Whether the platform's product list has been read: without it the route `sku` cannot tell what is linked. */
  readonly fulfilmentProductsKnown: boolean;
}

/** A context whose links follow the store's link route. */
export function createContext(sources: TriageSources): TriageContext {
  const { fulfilmentProductsKnown, ...rest } = sources;
  const route = sources.settings.linkRoute;
  return {
    ...rest,
    listedLinks: route === 'file' ? sources.listedLinks : null,
    link: (variant) => linkOf(variant, route, sources),
    linkSource: hasLinkSource(route, fulfilmentProductsKnown, sources.listedLinks !== null),
  };
}
