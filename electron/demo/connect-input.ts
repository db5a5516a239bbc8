import type { DemoStore } from './start-demo.ts';

/** What `stores.add` is given to connect a demo store as its platform is set up. */
export function connectInput(store: DemoStore) {
  const { name, domain, token, endpoint, platformEndpoint, platformKey, syncCountries } = store;
  return {
    name,
    domain,
    token,
    endpoint,
    platform: { kind: 'bigblue' as const, endpoint: platformEndpoint, key: platformKey },
    countries: { mode: syncCountries.mode, countries: [...syncCountries.countries] },
    paymentTerms: store.syncPaymentTerms,
    linkRoute: store.linkRoute,
    shippingMethods: [...store.shippingMethods],
    pickupMethods: [...store.pickupMethods],
    taxIdCountries: [...store.taxIdCountries],
  };
}
