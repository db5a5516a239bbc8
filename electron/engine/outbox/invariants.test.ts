/**
 * The outbox invariants of architecture.md, whatever happens in whatever order: plans of every kind, stores that come and
 * go, tokens revoked, throttling, answers lost, edits by others, decisions, undo, and the process dying between any
 * request and its answer. A crash opens the same journal file again.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { gid, type RunId, writeId } from '../../../shared/domain/ids.ts';
import { ENDED_STATES, type WriteOp, writeOpSchema } from '../../../shared/domain/write.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import {
  addTag,
  markAsPaid,
  NORD,
  order,
  planOf,
  SUD,
  variant,
  workbench,
  type Workbench,
} from './test-support/workbench.ts';

const STORES = [NORD, SUD];
const ORDERS = [1, 2, 3];
const REQUESTS = [
  'TagsAdd',
  'OrderAddressSet',
  'OrderMarkAsPaid',
  'PaymentReminderSend',
  'OrderCreate',
  'OrderEdit',
  'Order',
];

const at = { store: fc.constantFrom(...STORES, NORD), n: fc.constantFrom(...ORDERS) };
const some = fc.nat(40);
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('tag' as const), ...at, dependent: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('zip' as const), ...at }) },
  fc.record({ do: fc.constant('pay' as const), ...at }),
  fc.record({ do: fc.constant('remind' as const), ...at }),
  fc.record({ do: fc.constant('recreate' as const), ...at }),
  fc.record({ do: fc.constant('replace' as const), ...at }),
  { weight: 5, arbitrary: fc.record({ do: fc.constant('drain' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      store: at.store,
      how: fc.constantFrom('lost' as const, 'cut' as const, 'refused' as const, 'throttled' as const),
      request: fc.constantFrom(...REQUESTS),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      store: at.store,
      how: fc.constantFrom('hang' as const, 'hangBefore' as const),
      request: fc.constantFrom(...REQUESTS),
    }),
  },
  fc.record({ do: fc.constant('network' as const), store: at.store, online: fc.boolean() }),
  fc.record({ do: fc.constant('token' as const), store: at.store, accepted: fc.boolean() }),
  fc.record({ do: fc.constant('othersZip' as const), ...at, zip: fc.constantFrom('A', 'B', null) }),
  fc.record({ do: fc.constant('othersPay' as const), ...at }),
  fc.record({ do: fc.constant('resolve' as const), pick: some, mine: fc.boolean() }),
  fc.record({ do: fc.constant('retry' as const), pick: some }),
  fc.record({ do: fc.constant('cancel' as const), pick: some }),
  fc.record({ do: fc.constant('undo' as const), pick: some }),
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

type Planning = Extract<Command, { do: 'tag' | 'zip' | 'pay' | 'remind' | 'recreate' | 'replace' }>;

/** What the invariants are judged by, beside the outbox itself. */
interface Seen {
  committed: number;
  serial: number;
  /** Times that the agent asked for a reminder: committed, or sent again on their word. */
  readonly remindersAsked: Map<string, number>;
  readonly runs: RunId[];
  /** `<zip> over <base>` of every address write as it was after each step. */
  readonly bases: Set<string>;
}

const zipOf = (bench: Workbench, store: typeof NORD, n: number): string | null =>
  bench.shop(store).orders.get(order(n))?.address?.['zip'] ?? null;

function opFor(bench: Workbench, seen: Seen, it: Planning): WriteOp {
  const { store, n } = it;
  seen.serial += 1;
  switch (it.do) {
    case 'tag':
      return addTag(n, `t${seen.serial}`);
    case 'zip':
      return {
        op: 'order_address_set',
        order: order(n),
        set: { zip: `Z${seen.serial}` },
        base: { zip: zipOf(bench, store, n) },
      };
    case 'pay':
      return markAsPaid(n);
    case 'remind':
      return {
        op: 'payment_reminder_send',
        order: order(n),
        schedule: gid('PaymentSchedule', `gid://shopify/PaymentSchedule/${n}`),
      };
    case 'recreate':
      return {
        op: 'order_create',
        order: order(n),
        sourceIdentifier: `p${seen.serial}`,
        shippingTitle: 'Standard',
      };
    case 'replace':
      return {
        op: 'order_edit',
        order: order(n),
        changes: [{ change: 'add_variant', variant: variant(10_000 + seen.serial), quantity: 1 }],
        staffNote: '',
      };
    default:
      return assertNever(it);
  }
}

async function run(bench: Workbench, seen: Seen, it: Command): Promise<void> {
  const { outbox } = bench;
  const rows = outbox.list({});
  const picked = 'pick' in it ? rows[it.pick % Math.max(1, rows.length)] : undefined;
  switch (it.do) {
    case 'drain':
      await outbox.drain();
      break;
    case 'fail':
      bench.admin(it.store).fail(it.how, new RegExp(`^${it.request}`), it.times);
      break;
    case 'crash':
      bench.admin(it.store).fail(it.how, new RegExp(`^${it.request}`));
      void outbox.drain().catch(() => undefined);
      for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      bench.crash();
      break;
    case 'network':
      bench.admin(it.store).online = it.online;
      break;
    case 'token':
      bench.admin(it.store).authorized = it.accepted;
      break;
    case 'othersZip': {
      const address = bench.shop(it.store).orders.get(order(it.n))?.address;
      if (address) address['zip'] = it.zip;
      break;
    }
    case 'othersPay': {
      const paid = bench.shop(it.store).orders.get(order(it.n));
      if (paid) paid.status = 'PAID';
      break;
    }
    case 'resolve':
      if (picked) outbox.resolve([writeId(picked.id)], it.mine ? 'mine' : 'theirs');
      break;
    case 'retry':
      if (!picked) break;
      if (picked.state === 'unknown' && picked.op === 'payment_reminder_send')
        ask(seen, picked.storeId, picked.entity);
      outbox.retry([writeId(picked.id)]);
      break;
    case 'cancel':
      if (picked) outbox.cancel([writeId(picked.id)]);
      break;
    case 'undo': {
      const target = seen.runs[it.pick % Math.max(1, seen.runs.length)];
      if (target === undefined) break;
      try {
        const undone = outbox.undo(target);
        if (undone.run !== null) seen.runs.push(undone.run);
        seen.committed += undone.writes;
      } catch (thrown) {
        if (!(thrown instanceof UnstuckError) || thrown.code !== 'refused') throw thrown;
      }
      break;
    }
    case 'tag':
    case 'zip':
    case 'pay':
    case 'remind':
    case 'recreate':
    case 'replace':
      commit(bench, seen, it);
      break;
    default:
      assertNever(it);
  }
}

function commit(bench: Workbench, seen: Seen, it: Planning): void {
  const { store, n } = it;
  const op = opFor(bench, seen, it);
  if (op.op === 'payment_reminder_send') ask(seen, store, op.order);
  const drafts = [{ op, store, dependsOn: [] as number[] }];
  if (it.do === 'tag' && it.dependent) {
    seen.serial += 1;
    drafts.push({ op: addTag(n, `t${seen.serial}`), store, dependsOn: [0] });
  }
  const made = bench.outbox.commit(planOf('reprocess', drafts), 1);
  seen.committed += made.writes;
  seen.runs.push(made.run);
}

function ask(seen: Seen, store: string, entity: string): void {
  const key = `${store} ${entity}`;
  seen.remindersAsked.set(key, (seen.remindersAsked.get(key) ?? 0) + 1);
}

function check(bench: Workbench, seen: Seen): void {
  const rows = bench.outbox.list({ limit: 10_000 });
  // 1. Nothing committed is lost, and what ends without effect says why.
  expect(rows).toHaveLength(seen.committed);
  for (const { id, state, reason } of rows) {
    if (state === 'applied' || state === 'queued') continue;
    // 4. What depends on it never takes effect without it.
    const dependents = bench.journal.prepare<[number], string>(
      'SELECT w.state FROM write_deps d JOIN writes w ON w.id = d.write WHERE d.depends_on = ?',
    );
    const over = state === 'rejected' || state === 'cancelled';
    for (const its of dependents.pluck().all(id))
      expect(over ? ['cancelled'] : ['queued', 'blocked_auth', 'cancelled']).toContain(its);
    expect(over && !reason).toBe(false);
  }
  for (const store of STORES) {
    const { orders, effects } = bench.shop(store);
    // 3. At most once.
    expect(new Set(effects.filter((it) => it.includes('created for'))).size).toBe(
      effects.filter((it) => it.includes('created for')).length,
    );
    const sources = [...orders.values()].flatMap(({ sourceIdentifier }) => sourceIdentifier ?? []);
    expect(new Set(sources).size).toBe(sources.length);
    for (const n of ORDERS) {
      const it = orders.get(order(n));
      if (!it) continue;
      expect(it.payments).toBeLessThanOrEqual(1);
      expect(it.mails).toBeLessThanOrEqual(seen.remindersAsked.get(`${store} ${order(n)}`) ?? 0);
      const added = it.lines.flatMap((line) => line.variant ?? []);
      expect(new Set(added).size).toBe(added.length);
      // 4. Writes to one order apply in the order in which they were committed (the tags are numbered).
      const firsts = [
        ...new Set(
          effects.flatMap((effect) => /^#(\d+) tagsAdd t(\d+)$/.exec(effect)?.slice(1, 3).join(' ') ?? []),
        ),
      ]
        .filter((pair) => pair.startsWith(`${n} `))
        .map((pair) => Number(pair.split(' ')[1]));
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      // 6. What a write does not touch stays.
      expect(it.address).toMatchObject({ city: 'Dublin', firstName: 'Aoife', address1: '1 Main Street' });
    }
    // 5. A postal code is only ever replaced where it is what its write was based on, at first or by the agent's choice.
    for (const change of bench.shop(store).zips) {
      const [from = '', to = ''] = change.split(' -> ');
      expect([...basesOf(bench, seen, to)]).toContain(from);
    }
  }
}

/** The postal codes that writes of this one were ever based on. */
function basesOf({ journal }: Workbench, seen: Seen, zip: string): Set<string> {
  const ops = journal
    .prepare<[], string>(`SELECT op FROM writes WHERE op_name = 'order_address_set'`)
    .pluck()
    .all();
  for (const text of ops) {
    const op = writeOpSchema.parse(JSON.parse(text));
    if (op.op === 'order_address_set') seen.bases.add(`${op.set.zip ?? null} over ${op.base.zip ?? null}`);
  }
  return new Set(
    [...seen.bases].filter((it) => it.startsWith(`${zip} over `)).map((it) => it.split(' over ')[1] ?? ''),
  );
}

/** Faults are over, every connection stands, the agent decides whatever only they can. */
async function calm(bench: Workbench): Promise<void> {
  for (const store of STORES) {
    const admin = bench.admin(store);
    admin.online = true;
    admin.authorized = true;
    admin.heal();
  }
  for (let round = 0; round < 12; round += 1) {
    await bench.outbox.drain();
    const open = bench.outbox.list({ states: ['unknown', 'conflict'], limit: 10_000 });
    if (open.length === 0) break;
    bench.outbox.resolve(
      open.map(({ id }) => writeId(id)),
      'theirs',
    );
  }
  const ended: readonly string[] = ENDED_STATES;
  expect(bench.states().filter((state) => !ended.includes(state))).toEqual([]);
}

test('the invariants hold after every step of any story, and every story comes to its end', async () => {
  const outcome = await fc.check(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 25 }), async (story) => {
      const bench = workbench(STORES);
      const seen: Seen = { committed: 0, serial: 0, remindersAsked: new Map(), runs: [], bases: new Set() };
      for (const step of story) {
        await run(bench, seen, step);
        check(bench, seen);
      }
      await calm(bench);
      check(bench, seen);
      bench.close();
    }),
    { numRuns: 150, interruptAfterTimeLimit: 30_000 },
  );
  // The report has the story that broke an invariant, shortened, and the seed to play it again.
  expect(outcome.failed ? fc.defaultReportMessage(outcome) : null).toBeNull();
}, 60_000);
