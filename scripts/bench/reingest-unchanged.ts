import { BATCH, type Subject } from './lab.ts';
import { pagesOf, parsePage, takeIn } from './pages.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { takeTurns, timed } from './take-turns.ts';
import { openWorkspace, type WorkspaceSpec } from './workspace.ts';

const TURNS = 9;
const MOST_PAGES = 10;

/** Pages that the cache has already, as the overlap of every incremental sync brings them. Floor: JSON.parse of them. */
export const reingestUnchanged: Subject = {
  name: 'reingest unchanged',
  run: async ({ orders, stores, seed, note, filled }) => {
    const spec: WorkspaceSpec = { seed, orders, stores };
    const workspace = await openWorkspace(await filled(spec), spec);
    const pages = pagesOf(spec, BATCH).take(MOST_PAGES).toArray();
    const count = pages.reduce((sum, { lines }) => sum + lines.length, 0);
    const { floor, subject } = await takeTurns({
      turns: TURNS,
      floor: () =>
        timed(() => {
          for (const page of pages) parsePage(page);
        }),
      subject: () =>
        timed(async () => {
          for (const page of pages) await takeIn(workspace, page);
        }),
    });
    workspace.databases.close();
    note(`  JSON.parse ${spread(floor)}; taking in again ${spread(subject)} for ${count} orders`);
    const rate = (samples: readonly number[]): number => count / (median(samples) / 1000);
    return [
      benchRow(
        { name: 'reingest unchanged', value: rate(subject), unit: 'orders/s', floor: rate(floor) },
        { ratio: 2 },
      ),
    ];
  },
};
