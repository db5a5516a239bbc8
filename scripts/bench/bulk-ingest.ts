import { setImmediate as letSignalsIn } from 'node:timers/promises';
import type { BulkLoad } from '../../electron/engine/db/cache/bulk-loads.ts';
import { writeSyncState } from '../../electron/engine/db/cache/sync-state.ts';
import { transaction, type WritableDb } from '../../electron/engine/db/open.ts';
import { bulkOrders } from '../../electron/engine/shopify/bulk/bulk-orders.ts';
import { ALL_PARTS } from '../../electron/engine/shopify/documents/parts.ts';
import { ordersIntake } from '../../electron/engine/sync/bulk/intake.ts';
import { takeInFile } from '../../electron/engine/sync/bulk/take-in-file.ts';
import type { StoreRun } from '../../electron/engine/sync/store-run.ts';
import { bareInsert, openBareTables } from './bare-table.ts';
import { makeHome, removeHome } from './bench-home.ts';
import { bulkLines } from './admin-json.ts';
import { LONG_TURNS, type Subject } from './lab.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { type Side, takeTurns, timed } from './take-turns.ts';
import { openWorkspace, orderAt, ordersOfStore, type WorkspaceSpec } from './workspace.ts';

/** Up to here each turn is a whole load into an empty database; beyond, the turns are parts of one load. */
const WHOLE_LOADS_UP_TO = 20_000;
/** What the engine takes in at once (take-in-file.ts). */
const ORDERS_AT_ONCE = 2000;
/** A download arrives in such pieces. */
const CHUNK = 64 * 1024;

/**
 * The files of a first load, as Shopify writes them: from the bytes of a download to everything that the board needs
 * (orders, verdicts, counts, causes, search). Floor: JSON.parse of the same lines and each as a row of one bare table, in
 * transactions of as many orders. Each store's file counts with a checkpoint, on both sides.
 */
export const bulkIngest: Subject = {
  name: 'bulk JSONL ingest',
  run: async ({ orders, stores, seed, note, adopt }) => {
    const spec: WorkspaceSpec = { seed, orders, stores };
    const whole = orders <= WHOLE_LOADS_UP_TO;
    const perTurn = whole ? stores : Math.ceil(stores / LONG_TURNS);
    const bare = loadInParts({ spec, perTurn, afresh: whole, open: openBareSide });
    const engine = loadInParts({ spec, perTurn, afresh: whole, open: () => openEngineSide(spec) });
    const { floor, subject } = await takeTurns({
      turns: LONG_TURNS,
      warmUp: whole,
      floor: bare.turn,
      subject: engine.turn,
    });
    bare.end().forEach(removeHome);
    // It holds all that `filled` would hold.
    for (const home of engine.end()) adopt(spec, home);
    const part = Math.round((orders * perTurn) / stores);
    note(`  bare table ${spread(floor)}; bulk ingest ${spread(subject)} for ${part} orders`);
    const rate = (samples: readonly number[]): number => part / (median(samples) / 1000);
    return [
      benchRow(
        { name: 'bulk JSONL ingest', value: rate(subject), unit: 'orders/s', floor: rate(floor) },
        { ratio: 2 },
      ),
    ];
  },
};

/** A database that files go into. */
interface LoadSide {
  readonly home: string;
  readonly db: WritableDb;
  readonly take: (store: number, file: StoreFile) => void | Promise<void>;
  readonly close: () => void;
}

/** A load of which each turn takes in the files of some stores; times only the taking in, not the making of files. */
function loadInParts(load: {
  readonly spec: WorkspaceSpec;
  /** Stores per turn. */
  readonly perTurn: number;
  /** Whether each turn begins anew with an empty database. */
  readonly afresh: boolean;
  readonly open: () => LoadSide | Promise<LoadSide>;
}): { readonly turn: Side; readonly end: () => readonly string[] } {
  const { spec, perTurn, afresh, open } = load;
  let side: LoadSide | null = null;
  const end = (): readonly string[] => {
    side?.close();
    const homes = side ? [side.home] : [];
    side = null;
    return homes;
  };
  return {
    end,
    turn: async (turn) => {
      if (afresh) end().forEach(removeHome);
      side ??= await open();
      const { db, take } = side;
      const first = afresh ? 0 : turn * perTurn;
      let spent = 0;
      for (let store = first; store < Math.min(first + perTurn, spec.stores); store += 1) {
        const file = storeFile(spec, store);
        spent += await timed(() => take(store, file));
        spent += await timed(() => db.exec('PRAGMA wal_checkpoint(PASSIVE)'));
        await letSignalsIn();
      }
      return spent;
    },
  };
}

/** The file of one store, as bytes and as lines. */
interface StoreFile {
  readonly bytes: Buffer;
  /** In batches of as many orders as the engine takes in at once. */
  readonly batches: readonly (readonly string[])[];
}

function storeFile(spec: WorkspaceSpec, store: number): StoreFile {
  const count = ordersOfStore(spec, store);
  const batches = Array.from({ length: Math.ceil(count / ORDERS_AT_ONCE) }, (_, batch) => {
    const first = batch * ORDERS_AT_ONCE;
    const length = Math.min(ORDERS_AT_ONCE, count - first);
    return Array.from({ length }, (__, at) => bulkLines(orderAt(spec, store, first + at).order)).flat();
  });
  return { bytes: Buffer.from(batches.map((lines) => `${lines.join('\n')}\n`).join('')), batches };
}

function openBareSide(): LoadSide {
  const home = makeHome();
  const db = openBareTables(home, 'cache', { lines: ['body'] });
  const insert = bareInsert(db, 'lines', 1);
  return {
    home,
    db,
    take: (_, { batches }) => {
      for (const lines of batches) {
        transaction(db, () => {
          for (const line of lines) {
            JSON.parse(line);
            insert([line]);
          }
        });
      }
    },
    close: () => db.close(),
  };
}

async function openEngineSide(spec: WorkspaceSpec): Promise<LoadSide> {
  const home = makeHome();
  const { databases, runs } = await openWorkspace(home, spec);
  return {
    home,
    db: databases.cache,
    take: async (store, { bytes }) => {
      const run = runs[store];
      if (!run) throw new RangeError(`There is no store ${store}.`);
      await takeInBytes(run, bytes);
    },
    close: () => databases.close(),
  };
}

async function takeInBytes(run: StoreRun, bytes: Buffer): Promise<void> {
  const bulk: StoreRun['reader']['bulk'] = {
    ...run.reader.bulk,
    orders: async () => bulkOrders(ALL_PARTS),
    open: async (_, from) => ({ kind: 'open', from, chunks: chunksOf(bytes.subarray(from)) }),
  };
  const { clock, store } = run;
  const load: BulkLoad = {
    operation: 'gid://shopify/BulkOperation/1',
    composition: '',
    beganAt: clock.now(),
    createdAt: clock.now(),
    createdSince: store.settings.since,
    sweeps: false,
    attempts: 1,
    bytesRead: 0,
    rootsRead: 0,
  };
  const reading = { ...run, reader: { ...run.reader, bulk } };
  const file = { url: 'https://example.org/orders.jsonl', isPartial: false, bytes: bytes.length };
  const outcome = await takeInFile(reading, load, file, await ordersIntake(reading, false));
  if (outcome.kind !== 'taken_in') throw new Error('The file was not taken in.');
  // As load-in-bulk.ts ends: what comes next goes on from here.
  writeSyncState(run.cache, run.no, { watermark: clock.now(), createdSince: store.settings.since });
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
