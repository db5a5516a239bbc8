import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WRITE_STATES, type WriteState } from '../../../../shared/domain/write.ts';
import { connectInput } from '../../../demo/connect-input.ts';
import type { FaultPlan } from '../../../demo/faults.ts';
import { diceFor } from '../../../demo/random.ts';
import { type Demo, startDemo } from '../../../demo/start-demo.ts';
import type { Secrets } from '../../ports.ts';
import { openWorkspace } from '../workspace.ts';
import { type Agent, createAgent } from './agent.ts';
import { chooseDoom } from './choose-doom.ts';
import { bundleDoomed, letDie, startDoomed } from './doomed-process.ts';
import type { Errand } from './errand.ts';
import { type FastTime, fastTime } from './fast-time.ts';
import { judge } from './judge.ts';

/** As many rows as the outbox lists. */
const MOST_ROWS = 10_000;
const DAY_MS = 86_400_000;
/** Of all deaths, how many come from outside, at any moment. */
const FROM_OUTSIDE = 0.35;
const LATEST_MS = 120;

/** Answers that never arrive, and requests that do not. */
const FAULTS: FaultPlan['rules'] = [
  { match: { path: 'admin' }, probability: 0.05, effect: { cut: 'after' } },
  { match: { path: 'admin' }, probability: 0.02, effect: { cut: 'before' } },
  { match: { path: 'admin' }, probability: 0.02, effect: { throttled: true } },
  { match: { path: 'admin' }, probability: 0.02, effect: { status: 503 } },
  { match: { path: 'admin' }, probability: 0.02, effect: { truncate: true } },
];

/** What came of killing and restarting one workspace, or several. */
export interface Outcome {
  /** One sentence for each broken invariant. */
  readonly broken: readonly string[];
  readonly kills: number;
  /** How often a process died at each named point; `from outside` and `at rest` among them. */
  readonly deaths: ReadonlyMap<string, number>;
  readonly writes: Readonly<Partial<Record<WriteState, number>>>;
}

/**
 * Lets an agent work with a real engine whose process is killed again and again, at named points and at any moment,
 * while the demo merchants lose answers; then lets it come to its end, and judges by what the merchants have.
 * @param seed the same gives the same plans, decisions, faults and places of death; moments differ from run to run
 * @param abreast how many workspaces are worked with side by side, each with merchants of its own
 */
export async function killAndRestart(options: {
  readonly seed: number;
  readonly kills: number;
  readonly abreast: number;
}): Promise<Outcome> {
  const { seed, kills, abreast } = options;
  const script = await bundleDoomed();
  const each = Array.from({ length: abreast }, (_, at) => {
    const share = Math.floor(kills / abreast) + (at < kills % abreast ? 1 : 0);
    return oneWorkspace({ script, seed: seed * 100 + at, kills: share });
  });
  return together(await Promise.all(each));
}

async function oneWorkspace(given: { script: string; seed: number; kills: number }): Promise<Outcome> {
  const { script, seed, kills } = given;
  const home = mkdtempSync(join(tmpdir(), 'unstuck-killed-'));
  const time = fastTime();
  const least = 40 + kills / 2;
  const demo = await startDemo({
    orders: 8 * least,
    stores: 2,
    seed: 7,
    least: { payment_pending: least, product_not_linked: least },
    indexLagMs: 20,
    now: () => time.now(),
    platformRequestsPerMinute: 1e6,
  });
  const keep = memorySecrets();
  const dice = diceFor(seed, 'deaths');
  const deaths = new Map<string, number>();
  let warm = startDoomed(script);
  try {
    await connect(demo, home, time, keep.secrets);
    const agent = createAgent(demo, seed);
    demo.setFaults({ seed, rules: FAULTS });
    for (let kill = 0; kill < kills; kill += 1) {
      const doomed = warm;
      warm = startDoomed(script);
      const nextDay = dice.chance(0.03);
      if (nextDay) time.move(DAY_MS);
      const tasks = agent.tasks();
      const doom = dice.chance(FROM_OUTSIDE) ? null : chooseDoom(dice, tasks, nextDay, deaths);
      const errand: Errand = { home, secrets: keep.all(), clock: time.clock(), tasks, doom };
      const outside = { from: dice.pick(['the start', 'opened'] as const), afterMs: dice.int(LATEST_MS) };
      const death = await letDie(doomed, errand, agent, outside);
      deaths.set(death, (deaths.get(death) ?? 0) + 1);
    }
    demo.setFaults({ rules: [] });
    return { ...(await toTheEnd(demo, home, time, keep.secrets, agent)), kills, deaths };
  } finally {
    warm.process.kill('SIGKILL');
    await demo.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function connect(demo: Demo, home: string, time: FastTime, secrets: Secrets): Promise<void> {
  const workspace = await openWorkspace({ paths: { home }, clock: time, secrets });
  for (const store of demo.stores) await workspace.client.call('stores.add', connectInput(store));
  await workspace.client.call('sync.run', {});
  await workspace.close();
}

/** No death and no fault any more: everything is sent, and the agent decides what only they can. */
async function toTheEnd(demo: Demo, home: string, time: FastTime, secrets: Secrets, agent: Agent) {
  const workspace = await openWorkspace({ paths: { home }, clock: time, secrets });
  for (let round = 0; round < 20; round += 1) {
    await workspace.client.call('outbox.drain', {});
    const { items } = await workspace.client.call('outbox.list', { states: ['conflict'], limit: MOST_ROWS });
    if (items.length === 0) break;
    await workspace.client.call('outbox.resolve', { writes: items.map(({ id }) => id), choice: 'theirs' });
  }
  const { items, counts } = await workspace.client.call('outbox.list', { limit: MOST_ROWS });
  await workspace.close();
  const rows = items.toReversed();
  const told = Object.entries(counts).map(([state, n]) => ({ state, n }));
  const miscounted = told.filter(({ state, n }) => rows.filter((row) => row.state === state).length !== n);
  const broken = miscounted.map(({ state, n }) => `the outbox counts ${n} ${state} and lists others`);
  return { broken: [...broken, ...judge(demo, agent.ledger, rows)], writes: counts };
}

function together(outcomes: readonly Outcome[]): Outcome {
  const deaths = new Map<string, number>();
  const writes: Partial<Record<WriteState, number>> = {};
  for (const outcome of outcomes) {
    for (const [point, n] of outcome.deaths) deaths.set(point, (deaths.get(point) ?? 0) + n);
    for (const state of WRITE_STATES) writes[state] = (writes[state] ?? 0) + (outcome.writes[state] ?? 0);
  }
  const kills = outcomes.reduce((sum, outcome) => sum + outcome.kills, 0);
  return { broken: outcomes.flatMap(({ broken }) => broken), kills, deaths, writes };
}

function memorySecrets() {
  const kept = new Map<string, string>();
  const secrets: Secrets = {
    backend: 'memory',
    persistent: true,
    get: async (name) => kept.get(name) ?? null,
    set: async (name, value) => void kept.set(name, value),
    delete: async (name) => void kept.delete(name),
  };
  return { secrets, all: (): Record<string, string> => Object.fromEntries(kept) };
}
