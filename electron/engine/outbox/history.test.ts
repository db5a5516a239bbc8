import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CHAIN_BEGINS, chainHash } from './audit-chain.ts';
import type { AuditRow } from './audit-repo.ts';
import { addTag, NORD, order, planOf, SUD, workbench } from './test-support/workbench.ts';

async function twoStores() {
  const bench = workbench([NORD, SUD]);
  const first = bench.outbox.commit(planOf('reprocess', [{ op: addTag(1) }])).run;
  const second = bench.outbox.commit(planOf('reprocess', [{ op: addTag(2), store: SUD }])).run;
  await bench.outbox.drain();
  return { bench, first, second };
}

describe('the history', () => {
  test('is asked by run, order, store, agent and time', async () => {
    const { bench, first, second } = await twoStores();
    const runs = (query: Parameters<typeof bench.outbox.history>[0]) => [
      ...new Set(bench.outbox.history(query).map(({ run }) => run)),
    ];
    expect(runs({ run: first })).toEqual([first]);
    expect(runs({ orderName: '#2' })).toEqual([second]);
    expect(runs({ order: { store: NORD, gid: order(1) } })).toEqual([first]);
    expect(runs({ store: SUD })).toEqual([second]);
    expect(bench.outbox.people()).toEqual(['ana', 'unstuck']);
    expect(new Set(bench.outbox.history({ who: 'ana' }).map(({ what }) => what))).toEqual(
      new Set(['run_committed']),
    );
    const now = bench.clock.now();
    expect(bench.outbox.history({ until: now + 1 })).toHaveLength(bench.outbox.history({}).length);
    expect(bench.outbox.history({ from: now + 1 })).toEqual([]);
    expect(bench.outbox.history({ limit: 2 })).toHaveLength(2);
  });

  test('as a file proves itself without the database', async () => {
    const { bench } = await twoStores();
    const { text, lines, head } = bench.outbox.exportHistory('json');
    const file = z.object({ head: z.string(), lines: z.array(z.custom<AuditRow>()) }).parse(JSON.parse(text));
    const last = file.lines.reduce((previous, { hash, ...row }) => {
      expect(chainHash(row, previous)).toBe(hash);
      return hash;
    }, CHAIN_BEGINS);
    expect({ head: last, lines: file.lines.length }).toEqual({ head, lines });
  });

  test('as a spreadsheet has a row for each line, and runs nothing', () => {
    const bench = workbench();
    bench.outbox.note({ what: 'imported', store: NORD, detail: '=1+1' });
    const { text, lines } = bench.outbox.exportHistory('csv');
    expect(text.split('\r\n').filter((row) => row !== '')).toHaveLength(lines + 1);
    expect(text).toContain(",'=1+1,");
  });
});
