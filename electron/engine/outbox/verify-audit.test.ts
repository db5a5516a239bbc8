import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  addTag,
  NORD,
  order,
  planOf,
  removeTag,
  setZip,
  workbench,
  type Workbench,
  writesOf,
} from './test-support/workbench.ts';
import { openJournalFile } from '../db/open-journal.ts';
import { TEST_KEY, tempDir } from '../db/test-support/temp-dir.ts';
import { createAuditRepo, JOURNAL_SALVAGED } from './audit-repo.ts';
import { verifyAudit } from './verify-audit.ts';

/** Somebody opens the file beside the application: triggers are no obstacle there. */
function tamper({ journal }: Workbench, sql: string): void {
  journal.exec(`DROP TRIGGER IF EXISTS audit_is_never_changed; DROP TRIGGER IF EXISTS audit_is_never_deleted;
    DROP TRIGGER IF EXISTS writes_are_never_deleted; PRAGMA foreign_keys = OFF; ${sql}`);
}

async function worked(): Promise<Workbench> {
  const bench = workbench();
  const { run } = bench.outbox.commit(
    planOf('set_postal_code', [{ op: setZip(1) }, { op: addTag(1), dependsOn: [0] }]),
  );
  await bench.outbox.drain();
  bench.outbox.undo(run);
  await bench.outbox.drain();
  return bench;
}

describe('the audit trail of an outbox', () => {
  test('is whole after commits, answers, an undo and a crash', async () => {
    const bench = await worked();
    bench.crash();
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(2) }]));
    await bench.outbox.drain();
    const verdict = verifyAudit(bench.journal);
    expect(verdict).toMatchObject({ firstBroken: null, lost: 0 });
    expect(verdict.lines).toBe(bench.outbox.history({ limit: 1000 }).length);
  });

  test('tells before, after and the API’s request of every write that took effect', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('set_postal_code', [{ op: setZip(1) }]));
    await bench.outbox.drain();
    const [applied] = bench.outbox.history({ order: { store: NORD, gid: order(1) } });
    expect(applied).toMatchObject({
      what: 'write_applied',
      before: { zip: null },
      after: { zip: 'D02 X285' },
      requestId: expect.stringMatching(/./),
    });
  });

  test.each([
    ['a line is edited', "UPDATE audit SET who = 'bob' WHERE id = 3", { id: 3, why: 'edited' }],
    ['a line is taken out', 'DELETE FROM audit WHERE id = 3', { id: 4, why: 'missing', lines: 1 }],
    ['the newest lines are cut off', 'DELETE FROM audit WHERE id > 4', { id: 5, why: 'missing' }],
    [
      'a write is another than was committed',
      `UPDATE writes SET op = replace(op, 'D02 X285', 'D04 AB12') WHERE id = 1`,
      { id: 1, why: 'writes' },
    ],
    [
      'a write serves another order',
      `UPDATE write_orders SET gid = 'gid://shopify/Order/9' WHERE write = 1`,
      { id: 1, why: 'writes' },
    ],
    [
      'a write is taken out',
      'DELETE FROM write_deps; DELETE FROM writes WHERE id = 2',
      { id: 1, why: 'writes' },
    ],
  ])('shows where %s', async (_what, sql, broken) => {
    const bench = await worked();
    tamper(bench, sql);
    expect(verifyAudit(bench.journal).firstBroken).toMatchObject(broken);
  });

  test('does not close over a tail that was cut off', async () => {
    const bench = await worked();
    tamper(bench, 'DELETE FROM audit WHERE id > 4');
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(2) }]));
    expect(verifyAudit(bench.journal).firstBroken).toMatchObject({ why: 'missing' });
  });

  test('still vouches for a write whose op a decision has changed', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(planOf('set_postal_code', [{ op: setZip(1) }]));
    const address = bench.shop(NORD).orders.get(order(1))?.address ?? {};
    address['zip'] = 'T12 AB34';
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['conflict']);
    bench.outbox.resolve(writesOf(bench, run), 'mine');
    await bench.outbox.drain();
    expect(verifyAudit(bench.journal).firstBroken).toBeNull();
    expect(
      bench.outbox.history({}).map(({ what, before, after }) => ({ what, before, after })),
    ).toContainEqual({
      what: 'write_conflict',
      before: { zip: null },
      after: { zip: 'T12 AB34' },
    });
  });
});

describe('the audit trail of a journal that was damaged', () => {
  const NOW = Date.UTC(2026, 10, 24, 6);
  const PAGE = 4096;
  const LINES = 60;

  /** A closed journal with so many lines, backed up when it had the first of them. */
  function aJournal() {
    const dir = tempDir();
    const at = { file: join(dir, 'journal.db'), key: TEST_KEY, backupDir: join(dir, 'backups') };
    const { db } = openJournalFile({ ...at, clock: { now: () => NOW } });
    const audit = createAuditRepo(db);
    for (let n = 0; n < LINES; n += 1)
      audit.append({ at: n, who: 'ana', what: 'imported', detail: `${n} ${'x'.repeat(300)}` });
    db.close();
    return at;
  }

  test('goes on, and says how many lines are lost, or begins anew in view', () => {
    const whole = aJournal();
    const bytes = readFileSync(whole.file);
    const lost = new Set<number>();
    for (let page = 1; page < bytes.byteLength / PAGE; page += 1) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(page * PAGE + 2000) ^ 0x10, page * PAGE + 2000);
      writeFileSync(whole.file, damaged);
      const { db, salvage } = openJournalFile({ ...whole, clock: { now: () => NOW } });
      if (salvage) createAuditRepo(db).append({ at: NOW, who: 'unstuck', what: JOURNAL_SALVAGED });
      createAuditRepo(db).append({ at: NOW, who: 'ana', what: 'imported' });
      const verdict = verifyAudit(db);
      db.close();
      expect({ page, ...verdict }).toMatchObject({ firstBroken: null });
      // Where the page that leads to all others is gone, the trail begins anew with the line that tells so.
      const beginsAnew = salvage !== null && verdict.lines === 2 && verdict.lost === 0;
      const own = salvage ? 2 : 1;
      expect(verdict.lines + verdict.lost).toBe(beginsAnew ? own : LINES + own);
      lost.add(verdict.lost);
    }
    expect([...lost].filter((lines) => lines > 0 && lines < 20).length).toBeGreaterThan(0);
  });
});
