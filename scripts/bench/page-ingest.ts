import { setImmediate as letSignalsIn } from 'node:timers/promises';
import { transaction, type WritableDb } from '../../electron/engine/db/open.ts';
import { bareInsert, openBareTables } from './bare-table.ts';
import { makeHome, removeHome } from './bench-home.ts';
import { BATCH, type Lab, LONG_TURNS, type Subject } from './lab.ts';
import { type Page, pagesOf, parsePage, takeIn } from './pages.ts';
import { type BenchRow, benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { type Side, takeTurns, timed } from './take-turns.ts';
import { openWorkspace, type WorkspaceSpec } from './workspace.ts';

/** Up to here each turn is a whole load into an empty database; beyond, the turns are parts of one load. */
const WHOLE_LOADS_UP_TO = 20_000;
/** What an incremental sync gets at once. */
const API_PAGE = 25;

/**
 * A first load: from the line to everything that the board needs (order, verdict, counts, causes, search), in one
 * transaction per page. Floor: JSON.parse of the same lines, and the same bytes into one bare table, in transactions of
 * the same size. Each turn ends with a checkpoint on both sides.
 */
export const ingest: Subject = {
  name: 'ingest',
  run: async (lab) => [
    await firstLoad(lab, 'ingest', lab.orders, BATCH),
    await firstLoad(lab, `ingest pages of ${API_PAGE}`, Math.min(lab.orders, 5000), API_PAGE),
  ],
};

async function firstLoad(
  { stores, seed, note }: Lab,
  name: string,
  orders: number,
  pageSize: number,
): Promise<BenchRow> {
  const spec: WorkspaceSpec = { seed, orders, stores };
  const whole = orders <= WHOLE_LOADS_UP_TO;
  const part = whole ? orders : Math.ceil(orders / LONG_TURNS);
  const sides = [openBareSide, () => openEngineSide(spec)].map((open) =>
    loadInParts({ open, part, afresh: whole, pages: () => pagesOf(spec, pageSize) }),
  );
  const [bare, engine] = sides;
  if (!bare || !engine) throw new Error('A comparison has two sides.');
  const { floor, subject } = await takeTurns({
    turns: LONG_TURNS,
    warmUp: whole,
    floor: bare.turn,
    subject: engine.turn,
  });
  for (const side of sides) side.close();
  note(`  bare table ${spread(floor)}; ingest ${spread(subject)} for ${part} orders, ${pageSize} at a time`);
  const rate = (samples: readonly number[]): number => part / (median(samples) / 1000);
  return benchRow({ name, value: rate(subject), unit: 'orders/s', floor: rate(floor) }, { ratio: 2 });
}

/** A database that pages go into. */
interface LoadSide {
  readonly db: WritableDb;
  readonly take: (page: Page) => void | Promise<void>;
  readonly close: () => void;
}

/** A load of which each turn does a part, and times only the taking in, not the making of pages. */
function loadInParts(load: {
  readonly open: () => LoadSide | Promise<LoadSide>;
  readonly pages: () => Iterator<Page>;
  /** Orders per turn. */
  readonly part: number;
  /** Whether each turn begins anew with an empty database. */
  readonly afresh: boolean;
}): { readonly turn: Side; readonly close: () => void } {
  let under: { readonly side: LoadSide; readonly pages: Iterator<Page> } | null = null;
  const close = (): void => {
    under?.side.close();
    under = null;
  };
  return {
    close,
    turn: async () => {
      if (load.afresh) close();
      under ??= { side: await load.open(), pages: load.pages() };
      const { side, pages } = under;
      let spent = 0;
      for (let taken = 0; taken < load.part;) {
        const { done, value: page } = pages.next();
        if (done === true) break;
        spent += await timed(() => side.take(page));
        taken += page.lines.length;
        await letSignalsIn();
      }
      return spent + (await timed(() => side.db.exec('PRAGMA wal_checkpoint(PASSIVE)')));
    },
  };
}

function openBareSide(): LoadSide {
  const home = makeHome();
  const db = openBareTables(home, 'cache', { orders: ['body'] });
  const insert = bareInsert(db, 'orders', 1);
  return {
    db,
    take: (page) =>
      transaction(db, () => {
        parsePage(page);
        for (const line of page.lines) insert([line]);
      }),
    close: () => {
      db.close();
      removeHome(home);
    },
  };
}

async function openEngineSide(spec: WorkspaceSpec): Promise<LoadSide> {
  const home = makeHome();
  const workspace = await openWorkspace(home, spec);
  return {
    db: workspace.databases.cache,
    take: (page) => takeIn(workspace, page),
    close: () => {
      workspace.databases.close();
      removeHome(home);
    },
  };
}
