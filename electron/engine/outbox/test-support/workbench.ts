import { ADDED_RULE_DEFAULTS } from '../../../../shared/domain/store.ts';
import { DEFAULT_CUTOFFS } from '../../../../shared/domain/cutoff.ts';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FixKind } from '../../../../shared/domain/fix.ts';
import { gid, type StoreId, storeId, type WriteId, writeId } from '../../../../shared/domain/ids.ts';
import type { Plan, PlannedWrite } from '../../../../shared/domain/plan.ts';
import type { StoreSettings } from '../../../../shared/domain/store.ts';
import type { WriteOp, WriteState } from '../../../../shared/domain/write.ts';
import { journalMigrations } from '../../db/migrations/journal.ts';
import { openDatabase, type WritableDb } from '../../db/open.ts';
import { TEST_KEY, tempDir } from '../../db/test-support/temp-dir.ts';
import type { Logger } from '../../ports.ts';
import { settingOf } from '../local-effects.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import type { CurrentOrder } from '../plan-undo.ts';
import { type FakeAdmin, fakeAdmin } from './fake-admin.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { fakeShop, type FakeShop, orderGid } from './fake-shop.ts';

export const NORD = storeId('nord');
export const SUD = storeId('sud');

export const quietLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

const SCOPES = ['read_orders', 'write_orders', 'read_products', 'read_inventory', 'read_payment_terms'];

/** An outbox over fake stores on a journal file of its own, which a crash closes and opens again. */
export interface Workbench {
  readonly clock: FakeClock;
  readonly outbox: Outbox;
  readonly journal: WritableDb;
  admin(store: StoreId): FakeAdmin;
  shop(store: StoreId): FakeShop;
  settings: StoreSettings;
  currentOrder: CurrentOrder;
  /** The process dies: nothing that was on its way comes back; another one opens the same file. */
  crash(): void;
  close(): void;
  states(): WriteState[];
}

export function workbench(stores: readonly StoreId[] = [NORD]): Workbench {
  const file = join(tempDir(), 'journal.db');
  let clock = fakeClock();
  const shops = new Map(stores.map((store) => [store, fakeShop(clock.now())]));
  let admins = new Map<StoreId, FakeAdmin>();
  let journal: WritableDb;
  let outbox: Outbox;
  const state: { settings: StoreSettings; currentOrder: CurrentOrder } = {
    settings: {
      countries: { mode: 'allow', countries: ['FR'] },
      paymentTerms: false,
      linkRoute: 'metafield',
      since: 0,
      graceMinutes: 15,
      globaleTagPrefix: 'Globale',
      ...ADDED_RULE_DEFAULTS,
      cutoffs: DEFAULT_CUTOFFS,
    },
    currentOrder: () => null,
  };

  function start(): void {
    const own = clock;
    admins = new Map([...shops].map(([store, shop]) => [store, fakeAdmin(shop, () => own.others())]));
    const reach = admins;
    journal = openDatabase({ file, key: TEST_KEY, migrations: journalMigrations });
    outbox = createOutbox({
      journal,
      clock: own,
      random: () => 0.5,
      connections: {
        admin: async (store) => {
          const admin = reach.get(store);
          if (!admin) throw new Error(`There is no store ${store}.`);
          return admin;
        },
      },
      stores: {
        get: (store) =>
          shops.has(store) ? { scopes: SCOPES, redacted: [], settings: state.settings } : null,
      },
      applySetting: (_store, op) => {
        state.settings = { ...state.settings, ...settingOf(op) };
      },
      logger: quietLogger,
      agent: 'ana',
      currentOrder: (store, order) => state.currentOrder(store, order),
    });
    outbox.recover();
  }
  start();
  onTestFinished(() => journal.close());

  const bench: Workbench = {
    get clock() {
      return clock;
    },
    get outbox() {
      return outbox;
    },
    get journal() {
      return journal;
    },
    get settings() {
      return state.settings;
    },
    set settings(next) {
      state.settings = next;
    },
    get currentOrder() {
      return state.currentOrder;
    },
    set currentOrder(next) {
      state.currentOrder = next;
    },
    admin: (store) => {
      const admin = admins.get(store);
      if (!admin) throw new Error(`There is no store ${store}.`);
      return admin;
    },
    shop: (store) => bench.admin(store).shop,
    crash: () => {
      clock.kill();
      for (const admin of admins.values()) admin.kill();
      const [now, others] = [clock.now(), clock.others()];
      journal.close();
      clock = fakeClock(now, others);
      start();
    },
    close: () => journal.close(),
    states: () =>
      outbox
        .list({})
        .toReversed()
        .map(({ state: it }) => it),
  };
  return bench;
}

let plans = 0;

interface Draft {
  readonly op: WriteOp;
  readonly store?: StoreId;
  readonly dependsOn?: readonly number[];
  readonly orders?: readonly number[];
}

/** A plan of these writes, in this order; `dependsOn` are their places. */
export function planOf(fix: FixKind, drafts: readonly Draft[]): Plan {
  plans += 1;
  const writes = drafts.map(({ op, store = NORD, dependsOn = [], orders }, at): PlannedWrite => {
    const own = 'order' in op ? [String(op.order)] : [orderGid(1)];
    return {
      key: `w${at}`,
      store,
      op,
      dependsOn: dependsOn.map((n) => `w${n}`),
      orders: orders ? orders.map(orderGid) : own,
    };
  });
  const served = new Map(
    writes.flatMap(({ store, orders }) => orders.map((it) => [`${store} ${it}`, { store, gid: it }])),
  );
  return {
    format: 'unstuck-plan',
    version: 1,
    id: `p${plans}`,
    createdAt: 0,
    fix,
    params: {},
    orders: [...served.values()].map(({ store, gid: order }, at) => ({
      id: at + 1,
      store,
      gid: order,
      name: `#${order.split('/').at(-1)}`,
      changes: [{ field: 'tags', before: 'a', after: 'b', said: null }],
      remaining: null,
    })),
    writes,
    excluded: [],
    cost: 10 * writes.length,
    estimateMs: 0,
  };
}

export const order = (n: number) => gid('Order', orderGid(n));
export const variant = (n: number) => gid('ProductVariant', `gid://shopify/ProductVariant/${n}`);
export const product = (n: number) => gid('Product', `gid://shopify/Product/${n}`);

export const removeTag = (n: number): WriteOp => ({
  op: 'order_tags_remove',
  order: order(n),
  tags: ['bigblue-ignore'],
});
export const addTag = (n: number, tag = 'bigblue-reprocess'): WriteOp => ({
  op: 'order_tags_add',
  order: order(n),
  tags: [tag],
});
export const setZip = (n: number, zip = 'D02 X285'): WriteOp => ({
  op: 'order_address_set',
  order: order(n),
  set: { zip },
  base: { zip: null },
});
export const markAsPaid = (n: number): WriteOp => ({
  op: 'order_mark_as_paid',
  order: order(n),
  baseStatus: 'PENDING',
});

/** The numbers of a run's writes, in order. */
export function writesOf({ outbox }: Pick<Workbench, 'outbox'>, run: string): WriteId[] {
  return outbox
    .list({})
    .filter((write) => write.run === run)
    .map(({ id }) => writeId(id))
    .toReversed();
}
