import { createContext, type TriageContext } from '../../electron/engine/triage/context.ts';
import { indexFulfilmentProducts } from '../../electron/engine/triage/fulfilment-products.ts';
import { syntheticCatalog } from './synthetic-catalog.ts';
import { syntheticStore } from './synthetic-store.ts';

/** What the rules may know beside an order of store `store`, in memory: no database has a part in it. */
export function syntheticContext(store: number): TriageContext {
  const { products, variants, fulfilmentProducts } = syntheticCatalog(store);
  const byVariant = new Map(variants.map((variant) => [variant.gid, variant]));
  const byProduct = new Map(products.map((product) => [product.gid, product]));
  return createContext({
    settings: syntheticStore(store).settings,
    productsReadable: true,
    variant: (gid) => byVariant.get(gid),
    product: (gid) => byProduct.get(gid),
    fulfilmentProducts: indexFulfilmentProducts(fulfilmentProducts),
    stock: () => null,
    fulfilmentProductsKnown: true,
    listedLinks: null,
    suggestZip: () => null,
    earlierTwin: () => null,
    platformConnected: true,
  });
}
