import type { StoreId } from '../../../../../shared/domain/ids.ts';
import type { WriteRow } from '../../../../../shared/contract/rows.ts';
import {
  ENDED_STATES,
  WRITE_STATES,
  type WriteState,
  writeOpSchema,
} from '../../../../../shared/domain/write.ts';
import { transition, WRITE_EVENTS } from '../../transitions.ts';
import { order, type Workbench } from '../workbench.ts';
import { type Ledger, ORDERS, STORES } from './ledger.ts';

/** Every invariant of architecture.md, by its number; a sentence for each that does not hold. */
export function expectInvariants(ledger: Ledger, bench: Workbench, after: string): void {
  const rows = bench.outbox.list({ limit: 10_000 }).toReversed();
  noteBases(ledger, rows);
  const broken = [
    ...nothingIsLost(ledger, bench, rows),
    ...ledger.early.map((request) => `2 (sending is durable before the request leaves): ${request}`),
    ...appliedIsTrue(bench, rows),
    ...theTrailHasEachMove(bench, rows),
    ...theOverlayIsWhatIsOpen(bench, rows),
    ...dependentsWait(bench, rows),
    ...STORES.flatMap((store) => [
      ...onceAtMost(ledger, bench, store),
      ...inOrder(bench, store),
      ...nobodyIsOverwritten(ledger, bench, store),
      ...theRestStays(bench, store),
    ]),
  ];
  if (broken.length > 0) throw new Error(`After “${after}”: ${broken.join(' · ')}`);
}

const isEnded = (state: WriteState): boolean => ENDED_STATES.some((ended) => ended === state);
const told = ({ id, op, storeId, entity, state }: WriteRow): string =>
  `write ${id} (${op} ${storeId} ${entity}, ${state})`;

function nothingIsLost({ committed }: Ledger, { outbox }: Workbench, rows: readonly WriteRow[]): string[] {
  const counts = outbox.counts();
  const runs: ReadonlySet<string> = new Set(committed.keys());
  return [
    ...[...committed].flatMap(([run, writes]) => {
      const kept = rows.filter((row) => row.run === run).length;
      return kept === writes
        ? []
        : [`1 (nothing committed is lost): run ${run} has ${kept} of ${writes} writes`];
    }),
    ...rows.flatMap((row) =>
      runs.has(row.run) ? [] : [`1: ${told(row)} is of a run that was never committed`],
    ),
    ...rows.flatMap((row) =>
      row.state === 'rejected' || row.state === 'cancelled' || row.state === 'conflict'
        ? row.said === null
          ? [`1 (what cannot be done says why): ${told(row)}`]
          : []
        : [],
    ),
    ...WRITE_STATES.flatMap((state) => {
      const listed = rows.filter((row) => row.state === state).length;
      return counts[state] === listed ? [] : [`counts: ${counts[state]} ${state}, and ${listed} rows`];
    }),
  ];
}

/** What is said to be applied is there (unless the agent said so, or it was undone since). */
function appliedIsTrue(bench: Workbench, rows: readonly WriteRow[]): string[] {
  return rows.flatMap((row) => {
    const { does, state, said } = row;
    if (state !== 'applied' || does.op !== 'order_tags_add' || said?.code === 'said_sent') return [];
    const [tag = ''] = does.tags;
    if (!/^t\d/.test(tag)) return [];
    const store = STORES.find((it) => it === row.storeId);
    const took = store && bench.shop(store).effects.some((effect) => effect.endsWith(`tagsAdd ${tag}`));
    return took ? [] : [`3 (applied means that it took effect): ${told(row)}`];
  });
}

/** Each state of a write but the first, which is its run's commit, is a line; each step between two is one of the table's. */
function theTrailHasEachMove({ journal }: Workbench, rows: readonly WriteRow[]): string[] {
  const lines = journal
    .prepare<[], { write: number; state: WriteState }>(
      `SELECT write, substr(what, 7) AS state FROM audit
       WHERE write IS NOT NULL AND what LIKE 'write\\_%' ESCAPE '\\' ORDER BY id`,
    )
    .all();
  const trails = Map.groupBy(lines, ({ write }) => write);
  return rows.flatMap((row) => {
    const states: WriteState[] = ['queued', ...(trails.get(row.id) ?? []).map(({ state }) => state)];
    const steps = states.slice(1).map((to, at) => ({ from: states[at] ?? to, to }));
    const wild = steps.filter(
      ({ from, to }) => !WRITE_EVENTS.some((event) => transition(from, event) === to),
    );
    return [
      ...(states.at(-1) === row.state ? [] : [`audit: ${told(row)} has the trail ${states.join(', ')}`]),
      ...wild.map(({ from, to }) => `audit: ${told(row)} went from ${from} to ${to}`),
    ];
  });
}

function theOverlayIsWhatIsOpen({ outbox, journal }: Workbench, rows: readonly WriteRow[]): string[] {
  const shown = new Set(
    journal.prepare<[], number>('SELECT id FROM writes WHERE in_overlay = 1').pluck().all(),
  );
  const astray = rows.filter(({ id, state }) =>
    state === 'applied' ? false : shown.has(id) === isEnded(state),
  );
  return [
    ...astray.map((row) => `overlay: ${told(row)} is ${shown.has(row.id) ? '' : 'not '}in it`),
    ...STORES.flatMap((store) =>
      ORDERS.flatMap((n) => {
        const gid = order(n);
        const own = rows.filter((row) => row.storeId === store && row.entity === gid);
        const ops = own.filter(({ id }) => shown.has(id)).map(({ does }) => does);
        const projected = outbox.overlay.opsFor(store, [gid]).get(gid) ?? [];
        const open = own.filter(({ state }) => !isEnded(state)).length;
        return JSON.stringify(projected) === JSON.stringify(ops) &&
          outbox.overlay.openWrites(store, gid) === open
          ? []
          : [
              `overlay: order ${n} of ${store} shows ${projected.length} of ${ops.length} writes, ${open} open`,
            ];
      }),
    ),
  ];
}

function dependentsWait({ journal }: Workbench, rows: readonly WriteRow[]): string[] {
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const pairs = journal
    .prepare<[], { write: number; first: number }>('SELECT write, depends_on AS first FROM write_deps')
    .all();
  return pairs.flatMap(({ write, first }) => {
    const own = states.get(write) ?? 'queued';
    const before = states.get(first) ?? 'queued';
    const may: readonly WriteState[] =
      before === 'applied'
        ? WRITE_STATES
        : isEnded(before)
          ? ['cancelled']
          : ['queued', 'blocked_auth', 'cancelled'];
    return may.includes(own)
      ? []
      : [`4 (what depends on another waits for it): write ${write} is ${own}, ${first} is ${before}`];
  });
}

function onceAtMost({ remindersAsked }: Ledger, bench: Workbench, store: StoreId): string[] {
  const { orders, effects } = bench.shop(store);
  const twice = (list: readonly string[]): string[] => list.filter((it, at) => list.indexOf(it) !== at);
  const sources = [...orders.values()].flatMap(({ sourceIdentifier }) => sourceIdentifier ?? []);
  return [
    ...twice([...sources, ...effects.filter((it) => it.includes('created for'))]).map(
      (source) => `${source} was created twice`,
    ),
    ...ORDERS.flatMap((n) => {
      const it = orders.get(order(n));
      if (!it) return [];
      const asked = remindersAsked.get(`${store} ${order(n)}`) ?? 0;
      return [
        ...(it.payments > 1 ? [`#${n} was paid ${it.payments} times`] : []),
        ...(it.mails > asked ? [`#${n} was reminded ${it.mails} times, asked for ${asked} times`] : []),
        ...twice(it.lines.flatMap((line) => line.variant ?? [])).map((id) => `#${n} was given ${id} twice`),
      ];
    }),
  ].map((what) => `3 (at most once): ${store} ${what}`);
}

/** Tags are numbered in the order in which their writes were committed, or planned and committed. */
function inOrder(bench: Workbench, store: StoreId): string[] {
  const committed = bench.journal
    .prepare<[string], string>(
      `SELECT json_extract(op, '$.tags[0]') FROM writes WHERE store = ? AND op_name = 'order_tags_add' ORDER BY id`,
    )
    .pluck()
    .all(store);
  return ORDERS.flatMap((n) => {
    const took = bench
      .shop(store)
      .effects.flatMap((effect) => new RegExp(`^#${n} tagsAdd (t\\d+)$`).exec(effect)?.[1] ?? []);
    const places = [...new Set(took)].map((tag) => committed.indexOf(tag));
    return places.every((place, at) => place >= (places[at - 1] ?? 0))
      ? []
      : [`4 (one entity's writes apply in order): ${store} #${n} got ${took.join(', ')}`];
  });
}

/** A postal code is only ever replaced where it is what its write was based on, at first or by the agent's choice. */
function nobodyIsOverwritten({ bases, othersTags }: Ledger, bench: Workbench, store: StoreId): string[] {
  const { zips, orders } = bench.shop(store);
  return [
    ...zips.flatMap((change) => {
      const [from = '', to = ''] = change.split(' -> ');
      return from === to || bases.has(`${to} over ${from}`) ? [] : [`${store}: ${from} became ${to}`];
    }),
    ...othersTags.flatMap((theirs) =>
      theirs.store !== store || orders.get(order(theirs.n))?.tags.includes(theirs.tag)
        ? []
        : [`${store} #${theirs.n} has lost ${theirs.tag}`],
    ),
  ].map((what) => `5 (nobody's newer value is overwritten): ${what}`);
}

function theRestStays(bench: Workbench, store: StoreId): string[] {
  return ORDERS.flatMap((n) => {
    const address = bench.shop(store).orders.get(order(n))?.address;
    const { city, firstName, address1 } = address ?? {};
    return city === 'Dublin' && firstName === 'Aoife' && address1 === '1 Main Street'
      ? []
      : [`6 (what a write does not touch stays): ${store} #${n} is at ${JSON.stringify(address)}`];
  });
}

function noteBases({ bases }: Ledger, rows: readonly WriteRow[]): void {
  for (const { does } of rows) {
    const op = writeOpSchema.parse(does);
    if (op.op === 'order_address_set') bases.add(`${op.set.zip ?? null} over ${op.base.zip ?? null}`);
  }
}
