import * as fc from 'fast-check';
import type { RunId, StoreId } from '../../../../../shared/domain/ids.ts';
import { writeId } from '../../../../../shared/domain/ids.ts';
import type { Plan } from '../../../../../shared/domain/plan.ts';
import { UnstuckError } from '../../../../../shared/errors.ts';
import { order, type Workbench } from '../workbench.ts';
import { breakDisk, mendDisk } from './disk.ts';
import { expectInvariants } from './invariants.ts';
import { askForReminder, type Ledger, ORDERS, STORES } from './ledger.ts';
import { planWish, REQUEST_OF, WISHES } from './plan-write.ts';
import { watchRequests } from './watch-requests.ts';

type Command = fc.AsyncCommand<Ledger, Workbench>;

const store = fc.constantFrom(...STORES, ...STORES.slice(0, 1));
const n = fc.constantFrom(...ORDERS);
const pick = fc.nat(40);
const REQUESTS = [
  'TagsAdd',
  'OrderAddressSet',
  'OrderMarkAsPaid',
  'FulfillmentCancel',
  'PaymentReminderSend',
  'OrderCreate',
  'OrderEditCommit',
  'OrderEdit',
  'Order',
];
/** Those that a store may be asked twice without harm: a connection that repeats others would break any client. */
const REPEATABLE = ['TagsAdd', 'OrderAddressSet', 'OrderMarkAsPaid'];

/** After each command every invariant holds; a disk in trouble may refuse any command, and then nothing has changed. */
function command(
  name: string,
  run: (ledger: Ledger, bench: Workbench) => unknown,
  possible: (ledger: Readonly<Ledger>) => boolean = () => true,
): Command {
  return {
    check: possible,
    run: async (ledger, bench) => {
      try {
        await run(ledger, bench);
      } catch (thrown) {
        const refused = thrown instanceof UnstuckError && thrown.code === 'disk' && ledger.disk !== 'fine';
        if (!refused) throw thrown;
      }
      expectInvariants(ledger, bench, name);
    },
    toString: () => name,
  };
}

const numberOf = (at: StoreId, it: number): string => `${at} #${it}`;

const planning = fc
  .record({ wish: fc.constantFrom(...WISHES, 'tag' as const, 'zip' as const), store, n })
  .map(({ wish, store: at, n: it }) =>
    command(`plan ${wish} of ${numberOf(at, it)}`, (ledger, bench) => {
      ledger.planned.push(planWish(bench, ledger, wish, at, it));
    }),
  );

const committing = fc.constant(0).map(() =>
  command(
    'commit',
    (ledger, bench) => {
      const [plan] = ledger.planned;
      if (plan) commit(ledger, bench, plan);
    },
    ({ planned }) => planned.length > 0,
  ),
);

/** At once: what most agents do. */
const fixing = fc
  .record({ wish: fc.constantFrom(...WISHES, 'tag' as const, 'tag' as const), store, n })
  .map(({ wish, store: at, n: it }) =>
    command(`${wish} of ${numberOf(at, it)}`, (ledger, bench) => {
      const plan = planWish(bench, ledger, wish, at, it);
      ledger.planned.unshift(plan);
      commit(ledger, bench, plan);
    }),
  );

const committingAgain = fc.constant(0).map(() =>
  command(
    'commit the same plan again',
    ({ spent }, { outbox }) => refusable(() => spent[0] && outbox.commit(spent[0], spent[0].orders.length)),
    ({ spent }) => spent.length > 0,
  ),
);

function commit(ledger: Ledger, { outbox }: Workbench, plan: Plan): void {
  const { run } = outbox.commit(plan, plan.orders.length);
  ledger.committed.set(run, plan.writes.length);
  ledger.planned.splice(ledger.planned.indexOf(plan), 1);
  ledger.spent.unshift(plan);
  for (const { op, store: at } of plan.writes)
    if (op.op === 'payment_reminder_send') askForReminder(ledger, at, op.order);
}

const draining = fc.constant(0).map(() => command('drain', (_ledger, { outbox }) => outbox.drain()));

const failing = fc
  .oneof(
    fc.record({
      how: fc.constantFrom('lost' as const, 'cut' as const, 'refused' as const, 'throttled' as const),
      request: fc.constantFrom(...REQUESTS),
    }),
    fc.record({ how: fc.constant('twice' as const), request: fc.constantFrom(...REPEATABLE) }),
  )
  .chain((fault) => fc.record({ fault: fc.constant(fault), store, times: fc.integer({ min: 1, max: 3 }) }))
  .map(({ fault: { how, request }, store: at, times }) =>
    command(`${times} × ${request} of ${at} ${how}`, (_ledger, bench) =>
      bench.admin(at).fail(how, new RegExp(`^${request}`), times),
    ),
  );

/** What the outbox is for: a fix whose request, or whose answer, gets lost, with or without the process. */
const mishap = fc
  .record({
    wish: fc.constantFrom(...WISHES, 'remind' as const, 'replace' as const),
    store,
    n,
    how: fc.constantFrom('lost' as const, 'cut' as const, 'hang' as const, 'hangBefore' as const),
  })
  .map(({ wish, store: at, n: it, how }) =>
    command(`${wish} of ${numberOf(at, it)}, ${how}`, async (ledger, bench) => {
      const plan = planWish(bench, ledger, wish, at, it);
      ledger.planned.unshift(plan);
      commit(ledger, bench, plan);
      bench.admin(at).fail(how, new RegExp(`^${REQUEST_OF[wish]}`));
      if (how === 'lost' || how === 'cut') await bench.outbox.drain();
      else await crash(ledger, bench);
    }),
  );

const crashing = fc
  .record({
    how: fc.constantFrom('hang' as const, 'hangBefore' as const),
    request: fc.constantFrom(...REQUESTS),
    store,
  })
  .map(({ how, request, store: at }) =>
    command(`crash at ${request} of ${at} (${how})`, async (ledger, bench) => {
      bench.admin(at).fail(how, new RegExp(`^${request}`));
      await crash(ledger, bench);
    }),
  );

/** The process dies some way into a drain: at the latest where an answer never comes. */
async function crash(ledger: Ledger, bench: Workbench): Promise<void> {
  void bench.outbox.drain().catch(() => undefined);
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  if (ledger.disk !== 'fine') mendDisk(ledger, bench);
  bench.crash();
  watchRequests(ledger, bench);
}

const connecting = fc.record({ store, online: fc.boolean() }).map(({ store: at, online }) =>
  command(`${at} is ${online ? 'online' : 'offline'}`, (_ledger, bench) => {
    bench.admin(at).online = online;
  }),
);

const authorising = fc.record({ store, accepted: fc.boolean() }).map(({ store: at, accepted }) =>
  command(`${at} ${accepted ? 'accepts' : 'refuses'} the token`, (_ledger, bench) => {
    bench.admin(at).authorized = accepted;
    if (accepted) bench.outbox.reconnected(at);
  }),
);

const meddling = fc
  .record({ what: fc.constantFrom('zip A', 'zip B', 'no zip', 'pays', 'tags'), store, n })
  .map(({ what, store: at, n: it }) =>
    command(`somebody else: ${what} on ${numberOf(at, it)}`, (ledger, bench) => {
      const own = bench.shop(at).orders.get(order(it));
      if (!own) return;
      own.updatedAt = bench.clock.others();
      if (what === 'pays') own.status = 'PAID';
      else if (what === 'tags') {
        ledger.serial += 1;
        own.tags.push(`theirs-${ledger.serial}`);
        ledger.othersTags.push({ store: at, n: it, tag: `theirs-${ledger.serial}` });
      } else if (own.address) own.address['zip'] = what === 'no zip' ? null : (what.at(-1) ?? null);
    }),
  );

const syncing = store.map((at) =>
  command(`sync ${at}`, (_ledger, bench) => {
    const seen = [...bench.shop(at).orders.values()].map(({ gid, updatedAt }): [string, number] => [
      gid,
      updatedAt,
    ]);
    bench.outbox.overlay.settle(at, new Map(seen));
  }),
);

const timing = fc
  .constantFrom(-86_400_000, -3_600_000, 60_000, 3_600_000, 8 * 86_400_000)
  .map((ms) => command(`the clock jumps ${ms / 60_000} min`, (_ledger, { clock }) => clock.advance(ms)));

const spoiling = fc.constantFrom('fine' as const, 'full' as const, 'read-only' as const).map((how) =>
  command(`the disk is ${how}`, (ledger, bench) => {
    mendDisk(ledger, bench);
    if (how !== 'fine') breakDisk(ledger, bench, how);
  }),
);

const pausing = fc
  .record({ store: fc.option(store, { nil: undefined }), pause: fc.boolean() })
  .map(({ store: at, pause }) =>
    command(`${pause ? 'pause' : 'resume'} ${at ?? 'all'}`, (_ledger, { outbox }) =>
      pause ? outbox.pause(at) : outbox.resume(at),
    ),
  );

const deciding = fc
  .record({ pick, what: fc.constantFrom('mine', 'theirs', 'retry', 'cancel') })
  .map(({ pick: at, what }) =>
    command(
      `${what} for write ${at}`,
      (ledger, { outbox }) => {
        const rows = outbox.list({});
        const row = rows[at % Math.max(1, rows.length)];
        if (!row) return;
        const ids = [writeId(row.id)];
        if (what === 'mine' || what === 'theirs') outbox.resolve(ids, what);
        else if (what === 'cancel') outbox.cancel(ids);
        else {
          const again = row.state === 'unknown' && row.op === 'payment_reminder_send';
          if (outbox.retry(ids) > 0 && again) askForReminder(ledger, row.storeId, row.entity);
        }
      },
      ({ committed }) => committed.size > 0,
    ),
  );

const undoing = pick.map((at) =>
  command(
    `undo run ${at}`,
    (ledger, { outbox }) => {
      const runs = [...ledger.committed.keys()];
      const target = runs[at % Math.max(1, runs.length)];
      if (target !== undefined) refusable(() => undo(ledger, outbox, target));
    },
    ({ committed }) => committed.size > 0,
  ),
);

function undo(ledger: Ledger, outbox: Workbench['outbox'], target: RunId): void {
  const { run, writes } = outbox.undo(target);
  if (run !== null) ledger.committed.set(run, writes);
}

function refusable(work: () => unknown): void {
  try {
    work();
  } catch (thrown) {
    if (!(thrown instanceof UnstuckError) || thrown.code !== 'refused') throw thrown;
  }
}

/** Stories of everything that can happen, in any order; what is likelier in life is there more often. */
const LIKELY = [fixing, draining, failing, crashing, mishap, deciding, planning, committing, meddling];
const RARE = [connecting, authorising, syncing, timing, spoiling, pausing, undoing, committingAgain];

export const stories = fc.commands([...LIKELY, fixing, draining, draining, ...LIKELY, ...RARE], {
  maxCommands: 30,
  size: 'max',
});
