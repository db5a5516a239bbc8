import { transaction } from '../../electron/engine/db/open.ts';
import { bareInsert, openBareTables } from './bare-table.ts';
import { copyHome, makeHome, removeHome } from './bench-home.ts';
import { LONG_TURNS, type Subject } from './lab.ts';
import { type Page, pagesOf, parsePage, takeIn } from './pages.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { takeTurns, timed } from './take-turns.ts';
import { startThread } from './threads.ts';
import { listOnPlatform, openWorkspace, ordersOfStore } from './workspace.ts';

const APPENDED = 20_000;
/** What a catch-up gets at once from the API where it asks for as much as its budget allows. */
const API_PAGE = 250;

/**
 * Newer orders into a workspace that is full, all indexes there, while another thread reads. Floor: the same bytes into
 * one bare table, in transactions of the same size, with the same reader at work. Each turn ends with a checkpoint.
 */
export const append: Subject = {
  name: 'append with a reader',
  run: async ({ orders, stores, seed, note, filled }) => {
    const spec = { seed, stores, orders };
    const appended = Math.min(APPENDED, orders);
    const home = copyHome(await filled(spec));
    const bareHome = makeHome();
    const workspace = await openWorkspace(home, spec);
    const grown = { ...spec, orders: orders + appended };
    listOnPlatform(workspace, grown);
    const bare = openBareTables(bareHome, 'cache', { orders: ['body'] });
    const insert = bareInsert(bare, 'orders', 1);
    const pages = pagesOf(grown, API_PAGE, ordersOfStore(spec, 0)).toArray();
    const perTurn = Math.ceil(pages.length / LONG_TURNS);
    const partOf = (turn: number): readonly Page[] => pages.slice(turn * perTurn, (turn + 1) * perTurn);
    const stop = await startThread({ task: 'read', home, spec });
    const { floor, subject } = await takeTurns({
      turns: LONG_TURNS,
      warmUp: false,
      floor: (turn) =>
        timed(() => {
          for (const page of partOf(turn)) {
            transaction(bare, () => {
              parsePage(page);
              for (const line of page.lines) insert([line]);
            });
          }
          bare.exec('PRAGMA wal_checkpoint(PASSIVE)');
        }),
      subject: (turn) =>
        timed(async () => {
          for (const page of partOf(turn)) await takeIn(workspace, page);
          workspace.databases.cache.exec('PRAGMA wal_checkpoint(PASSIVE)');
        }),
    });
    const read = await stop();
    workspace.databases.close();
    bare.close();
    for (const one of [home, bareHome]) removeHome(one);
    note(
      `  bare table ${spread(floor)}; append ${spread(subject)} for a fifth of ${appended}; ${read} orders read meanwhile`,
    );
    const rate = (samples: readonly number[]): number => appended / LONG_TURNS / (median(samples) / 1000);
    return [
      benchRow(
        { name: 'append with a reader', value: rate(subject), unit: 'orders/s', floor: rate(floor) },
        { ratio: 4 },
      ),
    ];
  },
};
