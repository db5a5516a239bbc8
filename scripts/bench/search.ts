import { ORDER_STATES } from '../../shared/domain/error-type.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { SHORT_TURNS, type Subject } from './lab.ts';
import { CALL, openBenchEngine } from './open-bench-engine.ts';
import { benchRow } from './row.ts';
import { percentile, spread } from './statistics.ts';
import { timed } from './take-turns.ts';

const FIRST = 50;

/** What people type: each from its second letter on is a search of its own, as the box asks while they type. */
const TYPED = [
  'customer.12@example.org',
  '1042',
  'chloé',
  'müller',
  'bruxelles',
  'bn-0012-1',
  'bigblue',
  'vip',
  'zoë dublin',
];

const FILTERED = [
  'store:bench-003 is:stuck',
  'country:IE tag:vip age>2d value>100 is:stuck',
  'sku:BN-0012-1 -tag:newsletter',
  'sku:BN-00* country:FR,BE lyon',
  'value>410 age<30d',
  'value<16 -country:FR',
  'is:waiting,snoozed,dismissed chloé',
  'type:postal_code_missing,unknown age>1w',
  'tag:bigblue-ignore tag:gift -sku:BN-0001-0 müller',
];

/** The first fifty by recency, ids and rows, over all states. */
export const search: Subject = {
  name: 'search',
  run: async ({ orders, stores, seed, note, filled }) => {
    const engine = await openBenchEngine(await filled({ seed, stores, orders }));
    const typed = TYPED.flatMap((text) =>
      Array.from({ length: text.length - 1 }, (_, at) => text.slice(0, at + 2)),
    );
    const rows = [];
    for (const [name, queries, atMost] of [
      ['search as typed p99', typed, 10],
      ['search with filters p99', FILTERED, 60],
    ] as const) {
      const taken: { query: string; ms: number }[] = [];
      for (let turn = -queries.length; turn < Math.max(SHORT_TURNS, queries.length * 3); turn += 1) {
        const query = queries.at(turn % queries.length) ?? '';
        const ms = await timed(() => find(engine, query));
        if (turn >= 0) taken.push({ query, ms });
      }
      const samples = taken.map(({ ms }) => ms);
      const slowest = taken.toSorted((a, b) => b.ms - a.ms)[0];
      note(`  ${name}: ${spread(samples)} for ${queries.length} searches; slowest “${slowest?.query ?? ''}”`);
      rows.push(benchRow({ name, value: percentile(samples, 0.99), unit: 'ms', floor: null }, { atMost }));
    }
    await engine.close();
    return rows;
  },
};

async function find(engine: Engine, query: string): Promise<void> {
  const filter = { states: [...ORDER_STATES], query };
  const { ids } = await engine.handlers['orders.ids']({ filter, sort: 'newest', limit: FIRST }, CALL);
  await engine.handlers['orders.page']({ ids: [...ids] }, CALL);
}
