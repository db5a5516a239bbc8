/**
 * A disk that is full or cannot be written to: what is committed stays, what cannot be made durable is neither accepted
 * nor sent (outbox invariants 1 and 2), and sending goes on by itself once there is room. The trouble is made by SQLite
 * on the real file: no page more (`max_page_count`), or no write at all (`query_only`).
 */
import { describe, expect, test } from 'vitest';
import { storeId, writeId } from '../../../shared/domain/ids.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import {
  addTag,
  markAsPaid,
  NORD,
  planOf,
  SUD,
  workbench,
  type Workbench,
} from './test-support/workbench.ts';

const TROUBLES = [
  {
    what: 'is full',
    begin: (bench: Workbench) => fill(bench),
    end: (bench: Workbench) => bench.journal.exec('PRAGMA max_page_count = 1000000'),
    words: /^The disk that holds .* is full; free some space and try again, nothing was half-written\.$/,
  },
  {
    what: 'cannot be written to',
    begin: (bench: Workbench) => bench.journal.exec('PRAGMA query_only = ON'),
    end: (bench: Workbench) => bench.journal.exec('PRAGMA query_only = OFF'),
    words: /^journal\.db in .* cannot be written to; make the folder and its files writable\.$/,
  },
];

/** Until not even one line of the audit trail fits, without which nothing moves. */
function fill(bench: Workbench): void {
  const pages = Number(bench.journal.prepare('PRAGMA page_count').pluck().get());
  bench.journal.exec(`PRAGMA max_page_count = ${pages}`);
  for (const size of [3000, 300, 30, 0]) {
    const line = { what: '', store: storeId(''), detail: 'x'.repeat(size) };
    while (told(() => bench.outbox.note(line)) === null);
  }
}

describe.each(TROUBLES)('while the disk $what', ({ begin, end, words }) => {
  test('a commit is refused in words, and nothing of it is there', () => {
    const bench = workbench();
    bench.outbox.commit(planOf('reprocess', [{ op: addTag(1) }]));
    begin(bench);
    const refused = told(() =>
      bench.outbox.commit(planOf('reprocess', [{ op: addTag(2) }, { op: addTag(3) }])),
    );
    expect(refused).toMatchObject({ code: 'disk', retryable: true, message: expect.stringMatching(words) });
    expect(bench.outbox.counts()).toMatchObject({ queued: 1 });
    expect(bench.outbox.runs()).toHaveLength(1);
    end(bench);
  });

  test('nothing is sent, the queue stays, and a drain says why it stopped', async () => {
    const bench = workbench([NORD, SUD]);
    bench.outbox.commit(
      planOf('reprocess', [{ op: addTag(1) }, { op: markAsPaid(2) }, { op: addTag(1), store: SUD }]),
      3,
    );
    begin(bench);
    await expect(bench.outbox.drain()).rejects.toMatchObject({ code: 'disk' });
    expect([...bench.shop(NORD).effects, ...bench.shop(SUD).effects]).toEqual([]);
    expect(bench.states()).toEqual(['queued', 'queued', 'queued']);
    end(bench);
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied', 'applied', 'applied']);
    expect(bench.shop(NORD).effects.toSorted()).toEqual(['#1 tagsAdd bigblue-reprocess', '#2 paid']);
  });

  test('sending in the background goes on by itself once it can', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('reprocess', [{ op: addTag(1) }, { op: markAsPaid(2) }]), 2);
    begin(bench);
    bench.outbox.kick();
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(bench.shop(NORD).effects).toEqual([]);
    end(bench);
    await expect.poll(() => bench.outbox.counts().applied).toBe(2);
    await bench.outbox.stop();
    expect(bench.shop(NORD).effects).toHaveLength(2);
  });

  test('an answer that cannot be kept is read back later: the effect stays the only one', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('mark_as_paid', [{ op: markAsPaid(1) }]), 1);
    const admin = bench.admin(NORD);
    const exchange = admin.exchange.bind(admin);
    admin.exchange = async (operations) => {
      const answers = await exchange(operations);
      if (operations.some(({ document }) => document.name === 'OrderMarkAsPaid')) begin(bench);
      return answers;
    };
    await expect(bench.outbox.drain()).rejects.toMatchObject({ code: 'disk' });
    expect(bench.states()).toEqual(['sending']);
    end(bench);
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied']);
    expect(bench.shop(NORD).orders.get('gid://shopify/Order/1')?.payments).toBe(1);
    expect(admin.log.filter((name) => name === 'OrderMarkAsPaid')).toHaveLength(1);
  });

  test('a decision is refused in words and changes nothing', () => {
    const bench = workbench();
    bench.outbox.commit(planOf('reprocess', [{ op: addTag(1) }]));
    const [write] = bench.outbox.list({});
    begin(bench);
    expect(told(() => bench.outbox.cancel(write ? [writeId(write.id)] : []))).toMatchObject({ code: 'disk' });
    expect(told(() => bench.outbox.pause())).toMatchObject({ code: 'disk' });
    expect(bench.states()).toEqual(['queued']);
    expect(bench.outbox.paused().all).toBe(false);
    end(bench);
  });
});

function told(work: () => unknown): UnstuckError | null {
  try {
    work();
    return null;
  } catch (thrown) {
    if (thrown instanceof UnstuckError) return thrown;
    throw thrown;
  }
}
