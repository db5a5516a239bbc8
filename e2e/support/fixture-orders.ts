import { ADDED_RULE_DEFAULTS } from '../../shared/domain/store.ts';
import { DEFAULT_CUTOFFS } from '../../shared/domain/cutoff.ts';
import type { OrderRow, StoreRow } from '../../shared/contract/rows.ts';
import type { Diagnosis } from '../../shared/domain/diagnosis.ts';
import type { CauseSubject } from '../../shared/domain/root-cause.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface FixtureOrder extends OrderRow {
  readonly cause: {
    readonly key: string;
    readonly subject: CauseSubject;
    readonly fix: 'remove_ignore_tag' | 'link_variant' | 'allow_country' | 'dismiss';
  } | null;
}

const store = (id: string, name: string, currency: string, more: Partial<StoreRow> = {}): StoreRow => ({
  id,
  name,
  domain: `${id}.myshopify.com`,
  currency,
  state: 'ok',
  stateReason: null,
  stateSaid: null,
  orders: 900,
  stuck: 0,
  unread: null,
  lastSync: Date.now() - 2 * MINUTE,
  scopes: ['read_orders'],
  missingScopes: [],
  redacted: [],
  platform: true,
  settings: {
    countries: null,
    paymentTerms: false,
    linkRoute: 'metafield',
    since: 0,
    graceMinutes: 15,
    globaleTagPrefix: 'Globale',
    ...ADDED_RULE_DEFAULTS,
    cutoffs: DEFAULT_CUTOFFS,
  },
  rulesOff: [],
  imports: [],
  ...more,
});

export const fixtureStores: readonly StoreRow[] = [
  store('atelier-nord', 'Atelier Nord', 'EUR'),
  store('koan-tea', 'Kōan Tea', 'GBP'),
  store('velo-republic', 'Vélo Republic de la Grande Montagne du Haut', 'EUR', {
    state: 'offline',
    stateReason: 'Offline: the store did not answer in time; check the network and try again.',
    stateSaid: {
      code: 'offline',
      trouble: { code: 'unreachable', host: 'velo-republic.myshopify.com', how: 'no_answer', detail: null },
    },
    lastSync: Date.now() - 5 * 60 * MINUTE,
  }),
];

const item = {
  lineItem: 'gid://shopify/LineItem/1',
  title: 'Carafe 1 L / Smoke',
  sku: 'CAR-1L-SMK',
  variant: 'gid://shopify/ProductVariant/47563746279730',
  product: 'gid://shopify/Product/1',
};

/** One diagnosis of each kind an order can have, as the engine would send it. */
function diagnosisOf(kind: number, at: number): Diagnosis {
  const local = { source: 'local', message: null } as const;
  const all: readonly Diagnosis[] = [
    {
      type: 'ignored_by_tag',
      ...local,
      evidence: {
        tag: 'bigblue-ignore',
        taggedBy: 'Fraud Filter',
        taggedByKind: 'app',
        taggedAt: at + 3 * MINUTE,
      },
    },
    {
      type: 'product_not_linked',
      source: 'platform',
      message: 'Product not linked: Product 47563746279730',
      evidence: {
        items: [
          {
            ...item,
            barcode: null,
            link: 'missing',
            linkedTo: null,
            suggestions: [{ product: 'DIGG-000123-0001', name: 'Carafe smoke 1L', by: 'sku' }],
          },
        ],
      },
    },
    { type: 'destination_not_whitelisted', ...local, evidence: { country: 'JP', list: 'allow' } },
    { type: 'order_cancelled', ...local, evidence: { cancelledAt: at + DAY, reason: 'CUSTOMER' } },
  ];
  const diagnosis = all[kind % all.length];
  if (!diagnosis) throw new Error('no such kind');
  return diagnosis;
}

const CAUSES: Partial<Record<Diagnosis['type'], FixtureOrder['cause']>> = {
  ignored_by_tag: {
    key: 'ignored_by_tag:app:Fraud Filter',
    subject: { kind: 'tagger', by: 'Fraud Filter', byKind: 'app' },
    fix: 'remove_ignore_tag',
  },
  product_not_linked: {
    key: 'product_not_linked:gid://shopify/ProductVariant/47563746279730',
    subject: {
      kind: 'unlinked_variant',
      title: 'Carafe 1 L / Smoke',
      sku: 'CAR-1L-SMK',
      link: 'missing',
    },
    fix: 'link_variant',
  },
  destination_not_whitelisted: {
    key: 'destination_not_whitelisted:JP',
    subject: { kind: 'country', country: 'JP' },
    fix: 'allow_country',
  },
};

/** `count` stuck orders, the same every time but for their age. */
export function fixtureOrders(count: number): FixtureOrder[] {
  return Array.from({ length: count }, (_, i) => {
    const store = fixtureStores[i % fixtureStores.length];
    if (!store) throw new Error('no stores');
    const createdAt = Date.now() - ((i * 37) % (20 * 24 * 60)) * MINUTE - 60 * MINUTE;
    const diagnosis = diagnosisOf(Math.floor(i / 3), createdAt);
    return {
      id: i + 1,
      storeId: store.id,
      storeName: store.name,
      gid: `gid://shopify/Order/${5000 + i}`,
      name: `#AN-${10_400 + i}`,
      state: 'stuck',
      snoozedUntil: null,
      errorType: diagnosis.type,
      diagnoses:
        i % 11 === 0 && diagnosis.type !== 'order_cancelled'
          ? [diagnosis, diagnosisOf(3, createdAt)]
          : [diagnosis],
      predicted: i % 9 === 0 ? null : diagnosis.type,
      queuedWrites: i % 9 === 0 ? 1 : 0,
      createdAt,
      value: { amountMinor: 3800 + i * 750, currency: store.currency },
      customer: 'Inès Moreau',
      city: 'Lyon',
      country: 'FR',
      items: ['2 × Carafe 1 L / Smoke', '1 × Gift wrap'],
      tags: diagnosis.type === 'ignored_by_tag' ? ['vip', 'bigblue-ignore'] : [],
      adminUrl: `https://${store.domain}/admin/orders/${5000 + i}`,
      cause: CAUSES[diagnosis.type] ?? null,
    };
  });
}
