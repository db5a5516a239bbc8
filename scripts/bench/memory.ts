import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Lab, Subject } from './lab.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { ordersOfStore, type WorkspaceSpec } from './workspace.ts';

/** Orders of the load that is measured: it takes no more memory after the first batches. */
const MOST_LOADED = 100_000;
/** Large workspaces take long to copy. */
const turnsFor = (orders: number): number => (orders > 100_000 ? 1 : 3);

/** What a process does whose memory is measured; `parse` is `ingest` without the engine's part. */
export type MemoryTask = 'parse' | 'ingest' | 'open';

/**
 * The most memory that a process had, above that of one that does the same without the engine's part or with an empty
 * engine: of a load into a workspace with so many orders, and of answering board, lists, windows and searches.
 */
export const memory: Subject = {
  name: 'memory',
  run: async (lab) => {
    const { orders, stores, seed, note, filled } = lab;
    const spec = { seed, stores, orders };
    const home = await filled(spec);
    const empty = await filled({ seed, stores, orders: 0 });
    const of = async (task: MemoryTask, where: string, what: WorkspaceSpec): Promise<number[]> => {
      const taken: number[] = [];
      for (let turn = 0; turn < turnsFor(orders); turn += 1)
        taken.push(await mostMemory(task, where, what, lab));
      return taken;
    };
    const open = [await of('open', empty, { ...spec, orders: 0 }), await of('open', home, spec)] as const;
    const grown = { ...spec, orders: orders + Math.min(orders, MOST_LOADED) };
    const load = [await of('parse', home, grown), await of('ingest', home, grown)] as const;
    note(`  empty engine ${spread(open[0])}, at ${orders} ${spread(open[1])} (MB)`);
    note(`  parsing ${spread(load[0])}, ingest ${spread(load[1])} (MB)`);
    const above = ([floor, subject]: readonly [readonly number[], readonly number[]]): number =>
      Math.max(0, median(subject) - median(floor));
    return [
      benchRow(
        { name: `memory at ${orders} orders`, value: above(open), unit: 'MB', floor: null },
        { atMost: 200 },
      ),
      benchRow(
        { name: 'memory during ingest', value: above(load), unit: 'MB', floor: null },
        { atMost: 200 },
      ),
    ];
  },
};

/** In MB, of a process of its own. */
async function mostMemory(task: MemoryTask, home: string, spec: WorkspaceSpec, lab: Lab): Promise<number> {
  const child = fileURLToPath(new URL('./memory-process.ts', import.meta.url));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    child,
    task,
    home,
    JSON.stringify(spec),
    String(ordersOfStore(lab, 0)),
  ]);
  if (stderr !== '') lab.note(stderr);
  return Number(stdout);
}
