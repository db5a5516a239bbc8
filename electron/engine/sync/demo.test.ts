import { ADDED_RULE_DEFAULTS } from '../../../shared/domain/store.ts';
import { DEFAULT_CUTOFFS } from '../../../shared/domain/cutoff.ts';
import { expect, onTestFinished, test } from 'vitest';
import { startDemo, type DemoStore } from '../../demo/start-demo.ts';
import type { OrderState } from '../../../shared/domain/error-type.ts';
import { shortItems } from '../../../shared/domain/short-items.ts';
import { storeId } from '../../../shared/domain/ids.ts';
import { createBoard } from '../board/create-board.ts';
import { createBigblueReader } from '../platform/bigblue.ts';
import { createAdminClient } from '../shopify/client.ts';
import { createStoreReader } from '../shopify/reader.ts';
import type { Store, StoreConnections } from '../stores/store.ts';
import { createSync } from './create-sync.ts';
import { FakeOverlay } from './test-support/fake-overlay.ts';
import { aCache } from './test-support/workbench.ts';
import { aStore } from './test-support/fake-merchant.ts';

const DAY = 24 * 60 * 60 * 1000;
const clock = {
  now: () => Date.now(),
  sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
};
const logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

function storeOf(demo: DemoStore): Store {
  return aStore(demo.domain.split('.')[0] ?? demo.domain, {
    name: demo.name,
    domain: demo.domain,
    endpoint: demo.endpoint,
    platform: { kind: 'bigblue', endpoint: demo.platformEndpoint },
    settings: {
      countries: demo.syncCountries,
      paymentTerms: demo.syncPaymentTerms,
      linkRoute: demo.linkRoute,
      since: Date.now() - 60 * DAY,
      graceMinutes: 15,
      globaleTagPrefix: 'Globale',
      ...ADDED_RULE_DEFAULTS,
      shippingMethods: [...demo.shippingMethods],
      pickupMethods: [...demo.pickupMethods],
      taxIdCountries: [...demo.taxIdCountries],
      cutoffs: DEFAULT_CUTOFFS,
    },
  });
}

/** Everything that reads, over HTTP, against freshly started demo merchants. */
async function aReadDemo(orders: number, stores: number) {
  const demo = await startDemo({ orders, stores });
  onTestFinished(() => demo.close());
  const cache = aCache();
  const overlay = new FakeOverlay();
  const rows = demo.stores.map(storeOf);
  const merchantOf = (id: string): DemoStore => {
    const found = demo.stores.find((store) => storeOf(store).id === storeId(id));
    if (!found) throw new Error(`No merchant ${id}.`);
    return found;
  };
  const admin: StoreConnections['admin'] = async (id) => {
    const { domain, endpoint, token } = merchantOf(id);
    return createAdminClient({ domain, endpoint, token, http: fetch, clock, logger });
  };
  const sync = createSync({
    cache,
    connections: {
      admin,
      reader: async (id) => createStoreReader(await admin(id), { clock, logger }),
      platform: async (id) => {
        const { platformEndpoint: endpoint, platformKey: key } = merchantOf(id);
        return createBigblueReader({ endpoint, key, http: fetch, clock });
      },
    },
    stores: { list: () => rows, noteSync: () => undefined, noteAccess: () => undefined },
    overlay,
    clock,
    logger,
    publish: () => undefined,
  });
  const board = createBoard({ cache, overlay, stores: { list: () => rows }, clock });
  const failures = (await sync.run()).flatMap(({ error }) => error ?? []);
  return { demo, sync, board, failures, stores: rows };
}

test('the board of each demo merchant counts every error as it was seeded', async () => {
  const { demo, board, failures, stores } = await aReadDemo(480, 4);
  expect(failures).toEqual([]);
  for (const store of stores) {
    const seeded = demo.seededCounts().stores[store.domain];
    const { product_not_linked, ...errors } = { product_not_linked: 0, ...seeded?.errors };
    // An import file leaves no trace of what is linked: there, no cause is found.
    const unlinked =
      store.settings.linkRoute === 'file' ? { unknown: product_not_linked } : { product_not_linked };
    const counted = board.summary(store.id).map(({ errorType, orders }) => [errorType, orders]);
    expect({ [store.id]: Object.fromEntries(counted) }).toEqual({ [store.id]: { ...errors, ...unlinked } });
    const inState = (state: OrderState) => board.list({ storeId: store.id, states: [state] }).total;
    expect({ waiting: inState('waiting'), synced: inState('synced') }).toEqual({
      waiting: seeded?.waiting,
      synced: seeded?.synced,
    });
  }
});

test('an order with an ignore tag names who set it, where the order’s events say so', async () => {
  const { demo, board, stores } = await aReadDemo(240, 2);
  const named = stores.flatMap((store) =>
    board.list({ errorType: 'ignored_by_tag', storeId: store.id }).items.flatMap(({ name, diagnoses }) => {
      const taggedBy = diagnoses
        .flatMap((found) => (found.type === 'ignored_by_tag' ? found.evidence.taggedBy : []))
        .at(0);
      const { events } = demo.inspect(store.domain).order(name).order;
      return typeof taggedBy === 'string'
        ? [{ taggedBy, messages: events.map(({ message }) => message).join('\n') }]
        : [];
    }),
  );
  expect(named.length).toBeGreaterThan(5);
  for (const { taggedBy, messages } of named) expect(messages).toContain(taggedBy);
});

test('what others do in the store and on the platform shows after the next sync', async () => {
  const { demo, sync, board, stores } = await aReadDemo(240, 2);
  const [store] = stores;
  if (!store) throw new Error('The demo has no store.');
  const stuckAs = (name: string) =>
    board
      .list({ storeId: store.id, states: ['stuck', 'synced', 'waiting'] })
      .items.find((row) => row.name === name);
  const [freed] = board
    .list({ storeId: store.id, errorType: 'ignored_by_tag' })
    .items.filter(({ diagnoses }) => diagnoses.length === 1);
  const [gone] = board.list({ storeId: store.id, errorType: 'payment_pending' }).items;
  if (!freed || !gone) throw new Error('The demo lacks an order that this test needs.');
  demo.act.untagOrder(store.domain, freed.name, 'bigblue-ignore');
  demo.act.cancelOrder(store.domain, gone.name);
  demo.act.moveTime(10_000);
  await sync.run();
  expect(stuckAs(freed.name)?.errorType).toBeNull();
  expect(stuckAs(gone.name)?.errorType).toBe('order_cancelled');
});

test('an order that waits for stock names what is short, as far as its store says what is linked', async () => {
  const { board, stores } = await aReadDemo(480, 4);
  const short = stores
    .filter(({ settings }) => settings.linkRoute !== 'file')
    .flatMap(({ id }) => board.list({ errorType: 'out_of_stock', storeId: id }).items)
    .map(({ diagnoses: [primary] }) =>
      primary?.type === 'out_of_stock' ? shortItems(primary.evidence.items).length : 0,
    );
  expect(short.length).toBeGreaterThan(2);
  expect(Math.min(...short)).toBeGreaterThan(0);
});
