import { z } from 'zod';

export const shopProbeAnswer = z
  .object({
    shop: z.object({ name: z.string(), myshopifyDomain: z.string(), currencyCode: z.string().length(3) }),
    currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
  })
  .transform(({ shop, currentAppInstallation }) => ({
    name: shop.name,
    domain: shop.myshopifyDomain,
    currency: shop.currencyCode,
    scopes: currentAppInstallation.accessScopes.map(({ handle }) => handle),
  }));
export type RawShop = z.output<typeof shopProbeAnswer>;

const text = z.string().nullish();

/** Only what tells whether address fields are readable at all; null where the whole answer was denied. */
export const ordersProbeAnswer = z
  .object({
    orders: z
      .object({
        nodes: z.array(
          z
            .object({ shippingAddress: z.object({ address1: text, city: text, zip: text }).nullable() })
            .nullable(),
        ),
      })
      .nullable(),
  })
  .transform(({ orders }) => orders?.nodes.flatMap((order) => order?.shippingAddress ?? []) ?? null);
export type RawOrdersProbe = z.output<typeof ordersProbeAnswer>;
