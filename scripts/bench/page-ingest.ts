import { setImmediate as letSignalsIn } from 'node:timers/promises';
import { transaction, type WritableDb } from '../../electron/engine/db/open.ts';
import { bareInsert, openBareTables } from './bare-table.ts';
import { makeHome, removeHome } from './bench-home.ts';
import { LONG_TURNS, type Subject } from './lab.ts';
import { type Page, pagesOf, parsePage, takeIn } from './pages.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { takeTurns, timed } from './take-turns.ts';
import { openWorkspace } from './workspace.ts';

/** What an incremental sync gets at once where its budget is small. */
const API_PAGE = 25;
const MOST_ORDERS = 5000;

/**
 * A first load by small pages, each a transaction of its own. Floor: JSON.parse of the same orders and each as a row of
 * one bare table, in as many transactions. Each turn is a whole load and ends with a checkpoint, on both sides.
 */
export const pageIngest: Subject = {
  name: `ingest pages of ${API_PAGE}`,
  run: async ({ orders, stores, seed, note }) => {
    const spec = { seed, orders: Math.min(orders, MOST_ORDERS), stores };
    const pages = pagesOf(spec, API_PAGE).toArray();
    const { floor, subject } = await takeTurns({
      turns: LONG_TURNS,
      floor: async () => {
        const home = makeHome();
        const db = openBareTables(home, 'cache', { orders: ['body'] });
        const insert = bareInsert(db, 'orders', 1);
        const spent = await load(db, pages, (page) =>
          transaction(db, () => {
            parsePage(page);
            for (const line of page.lines) insert([line]);
          }),
        );
        db.close();
        removeHome(home);
        return spent;
      },
      subject: async () => {
        const home = makeHome();
        const workspace = await openWorkspace(home, spec);
        const spent = await load(workspace.databases.cache, pages, (page) => takeIn(workspace, page));
        workspace.databases.close();
        removeHome(home);
        return spent;
      },
    });
    note(`  bare table ${spread(floor)}; ingest ${spread(subject)} for ${spec.orders} orders`);
    const rate = (samples: readonly number[]): number => spec.orders / (median(samples) / 1000);
    return [
      benchRow(
        { name: `ingest pages of ${API_PAGE}`, value: rate(subject), unit: 'orders/s', floor: rate(floor) },
        { ratio: 2 },
      ),
    ];
  },
};

async function load(
  db: WritableDb,
  pages: readonly Page[],
  take: (page: Page) => void | Promise<void>,
): Promise<number> {
  const spent = await timed(async () => {
    for (const page of pages) await take(page);
  });
  await letSignalsIn();
  return spent + (await timed(() => db.exec('PRAGMA wal_checkpoint(PASSIVE)')));
}
