import { setImmediate as letSignalsIn } from 'node:timers/promises';
import { makeHome } from './bench-home.ts';
import type { BenchOptions, BenchSize } from './arguments.ts';
import { pagesOf, takeIn } from './pages.ts';
import type { BenchRow } from './row.ts';
import { openWorkspace, type WorkspaceSpec } from './workspace.ts';

/** How many times floor and subject take turns where a turn is long. */
export const LONG_TURNS = 5;
/** Where a turn is one short question. */
export const SHORT_TURNS = 300;
/** Orders in one transaction of a first load. */
export const BATCH = 2000;

/** What every subject is given: what was asked for, and workspaces that several of them share. */
export interface Lab extends BenchSize, Pick<BenchOptions, 'seed'> {
  /** Progress and details, for people. */
  readonly note: (text: string) => void;
  /** The data directory of a workspace that holds all its orders, made at the first call; nobody has it open. */
  readonly filled: (spec: WorkspaceSpec) => Promise<string>;
  /** Takes a data directory that was filled elsewhere as the one of `filled`; nobody has it open. */
  readonly adopt: (spec: WorkspaceSpec, home: string) => void;
}

/** One thing that is measured; it may have several rows. */
export interface Subject {
  readonly name: string;
  readonly run: (lab: Lab) => Promise<readonly BenchRow[]>;
}

export function createLab(
  { orders, stores, seed }: BenchSize & Pick<BenchOptions, 'seed'>,
  note: (text: string) => void,
): Lab {
  const homes = new Map<string, string>();
  const keyOf = (spec: WorkspaceSpec): string =>
    JSON.stringify([spec.orders, spec.stores, spec.seed, spec.trouble ?? null]);
  return {
    orders,
    stores,
    seed,
    note,
    adopt: (spec, home) => void homes.set(keyOf(spec), home),
    filled: async (spec) => {
      const key = keyOf(spec);
      const known = homes.get(key);
      if (known !== undefined) return known;
      note(`  filling a workspace with ${spec.orders} orders …`);
      const home = await fill(spec);
      homes.set(key, home);
      return home;
    },
  };
}

async function fill(spec: WorkspaceSpec): Promise<string> {
  const home = makeHome();
  const workspace = await openWorkspace(home, spec);
  for (const page of pagesOf(spec, BATCH)) {
    await takeIn(workspace, page);
    await letSignalsIn();
  }
  workspace.databases.close();
  return home;
}
