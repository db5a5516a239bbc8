export type LinkRoute = 'metafield' | 'sku' | 'file';

/** What makes one demo merchant differ from the next. */
export interface MerchantProfile {
  readonly slug: string;
  readonly name: string;
  /** Order names are `#<prefix>-<number>`. */
  readonly orderPrefix: string;
  readonly currency: string;
  /** Minor units per unit of the currency, as a power of ten. */
  readonly decimals: number;
  readonly timezone: string;
  readonly linkRoute: LinkRoute;
  readonly syncPaymentTerms: boolean;
  readonly syncMode: 'allow' | 'deny';
  /** Countries the platform ships to, the first ones most often. */
  readonly served: readonly string[];
  /** Countries whose customs want the buyer's tax number. */
  readonly taxIdCountries: readonly string[];
  /** Countries orders come from although the platform does not ship there, the first one most often. */
  readonly blocked: readonly string[];
  /** Typical price of an item in whole units of the currency. */
  readonly price: number;
  /** The platform removes `bigblue-reprocess` itself once it has looked again; the other half of the stores keep it. */
  readonly removesReprocessTag: boolean;
  /** The platform's `external_id` of an order: its numeric Shopify id or its name. */
  readonly externalId: 'id' | 'name';
  /** Which id the platform writes into `Product not linked: Product …`. */
  readonly messageId: 'variant' | 'product';
}

/** Shipping methods that every platform maps; `pickup` ones deliver to a pick-up point. */
export const mappedMethods = {
  all: ['Standard', 'Express', 'Colissimo', 'Mondial Relay'],
  pickup: ['Mondial Relay'],
} as const;

const base: readonly MerchantProfile[] = [
  {
    slug: 'atelier-nord',
    name: 'Atelier Nord',
    orderPrefix: 'AN',
    currency: 'EUR',
    decimals: 2,
    timezone: 'Europe/Paris',
    linkRoute: 'metafield',
    syncPaymentTerms: false,
    syncMode: 'allow',
    served: ['FR', 'BE', 'DE', 'IE', 'ES', 'IT', 'NL', 'PT', 'AT'],
    taxIdCountries: ['AT'],
    blocked: ['CH', 'NO', 'US'],
    price: 38,
    removesReprocessTag: true,
    externalId: 'id',
    messageId: 'variant',
  },
  {
    slug: 'harbour-pine',
    name: 'Harbour & Pine',
    orderPrefix: 'HP',
    currency: 'GBP',
    decimals: 2,
    timezone: 'Europe/London',
    linkRoute: 'sku',
    syncPaymentTerms: false,
    syncMode: 'deny',
    served: ['GB', 'IE', 'FR', 'DE', 'SE', 'DK', 'US', 'HK'],
    taxIdCountries: ['HK'],
    blocked: ['AU', 'CA'],
    price: 32,
    removesReprocessTag: false,
    externalId: 'name',
    messageId: 'product',
  },
  {
    slug: 'alpenwerk',
    name: 'Alpenwerk',
    orderPrefix: 'AW',
    currency: 'CHF',
    decimals: 2,
    timezone: 'Europe/Zurich',
    linkRoute: 'metafield',
    syncPaymentTerms: true,
    syncMode: 'allow',
    served: ['CH', 'DE', 'AT', 'IT', 'FR', 'IE', 'PL', 'CZ'],
    taxIdCountries: ['CZ'],
    blocked: ['GB', 'NL', 'JP'],
    price: 54,
    removesReprocessTag: true,
    externalId: 'id',
    messageId: 'product',
  },
  {
    slug: 'kanso-living',
    name: 'Kanso Living 暮らし',
    orderPrefix: 'KL',
    currency: 'JPY',
    decimals: 0,
    timezone: 'Asia/Tokyo',
    linkRoute: 'sku',
    syncPaymentTerms: true,
    syncMode: 'allow',
    served: ['JP', 'HK', 'AU', 'US', 'IE'],
    taxIdCountries: ['HK'],
    blocked: ['CA', 'FR'],
    price: 5200,
    removesReprocessTag: false,
    externalId: 'name',
    messageId: 'product',
  },
  {
    slug: 'casa-brisa',
    name: 'Casa Brisa',
    orderPrefix: 'CB',
    currency: 'USD',
    decimals: 2,
    timezone: 'America/New_York',
    linkRoute: 'metafield',
    syncPaymentTerms: false,
    syncMode: 'allow',
    served: ['US', 'CA', 'GB', 'IE', 'ES', 'PT', 'AE'],
    taxIdCountries: ['AE'],
    blocked: ['AU', 'JP'],
    price: 45,
    removesReprocessTag: true,
    externalId: 'id',
    messageId: 'variant',
  },
  {
    slug: 'fjord-supply',
    name: 'Fjord Supply',
    orderPrefix: 'FS',
    currency: 'SEK',
    decimals: 2,
    timezone: 'Europe/Stockholm',
    linkRoute: 'file',
    syncPaymentTerms: false,
    syncMode: 'deny',
    served: ['SE', 'NO', 'DK', 'FI', 'DE', 'IE', 'NL', 'PL'],
    taxIdCountries: ['PL'],
    blocked: ['US', 'GB'],
    price: 349,
    removesReprocessTag: false,
    externalId: 'name',
    messageId: 'variant',
  },
];

/** The first `count` merchants; beyond the written ones they repeat with a number, so any count can be had. */
export function merchantProfiles(count: number): MerchantProfile[] {
  return Array.from({ length: count }, (_, at) => {
    const profile = base[at % base.length];
    if (profile === undefined) throw new Error('There is no demo merchant profile.');
    const round = Math.floor(at / base.length) + 1;
    return round === 1
      ? profile
      : {
          ...profile,
          slug: `${profile.slug}-${round}`,
          name: `${profile.name} ${round}`,
          orderPrefix: `${profile.orderPrefix}${round}`,
        };
  });
}
