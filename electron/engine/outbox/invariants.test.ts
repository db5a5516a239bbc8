/**
 * The outbox invariants of architecture.md, held against a model: stories of plans and commits, edits by others, syncs,
 * stores that come and go, refused tokens, throttling, lost and repeated answers, a jumping clock, a full or read-only
 * disk, pauses, decisions, undo, and the process dying between any request and its answer. The journal is a real file,
 * which a crash opens again. `UNSTUCK_MODEL_SEED` plays the same stories again, `UNSTUCK_MODEL_RUNS` sets how many.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeId } from '../../../shared/domain/ids.ts';
import { ENDED_STATES } from '../../../shared/domain/write.ts';
import { stories } from './test-support/model/commands.ts';
import { mendDisk } from './test-support/model/disk.ts';
import { expectInvariants } from './test-support/model/invariants.ts';
import { type Ledger, newLedger, STORES } from './test-support/model/ledger.ts';
import { watchRequests } from './test-support/model/watch-requests.ts';
import { workbench, type Workbench } from './test-support/workbench.ts';

const SEED = Number(process.env['UNSTUCK_MODEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = Number(process.env['UNSTUCK_MODEL_RUNS'] ?? 150);

/** Faults are over, every connection stands, the agent decides whatever only they can: all comes to its end. */
async function calm(ledger: Ledger, bench: Workbench): Promise<void> {
  mendDisk(ledger, bench);
  for (const store of STORES) {
    const admin = bench.admin(store);
    admin.online = true;
    admin.authorized = true;
    admin.heal();
  }
  bench.outbox.resume();
  for (let round = 0; round < 12; round += 1) {
    await bench.outbox.drain();
    const open = bench.outbox.list({ states: ['unknown', 'conflict'], limit: 10_000 });
    if (open.length === 0) break;
    bench.outbox.resolve(
      open.map(({ id }) => writeId(id)),
      'theirs',
    );
  }
  const ended: readonly string[] = ENDED_STATES;
  expect(bench.states().filter((state) => !ended.includes(state))).toEqual([]);
}

test(`the invariants hold after every step of any story, and every story comes to its end (seed ${SEED})`, async () => {
  const outcome = await fc.check(
    fc.asyncProperty(stories, async (story) => {
      const bench = workbench(STORES);
      const ledger = newLedger();
      watchRequests(ledger, bench);
      await fc.asyncModelRun(() => ({ model: ledger, real: bench }), story);
      await calm(ledger, bench);
      expectInvariants(ledger, bench, 'everything');
      bench.close();
    }),
    { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
  // The report has the story that broke an invariant, shortened, and the seed to play it again.
  const why = outcome.errorInstance instanceof Error ? outcome.errorInstance.message : '';
  expect(outcome.failed ? `${why}\n${fc.defaultReportMessage(outcome)}` : null).toBeNull();
}, 180_000);
