import type { ReadableDb } from '../db/open.ts';
import { type ChainVerdict, verifyChain } from './audit-chain.ts';
import { auditRows, JOURNAL_SALVAGED, lastAuditNumber } from './audit-repo.ts';
import { createRunDigest } from './run-digest.ts';

/** writes: the line vouches for a run whose writes are not those that were committed. */
type BrokenLine =
  | NonNullable<ChainVerdict['firstBroken']>
  | { readonly id: number; readonly why: 'writes'; readonly run: string };

export interface AuditVerdict extends Omit<ChainVerdict, 'firstBroken'> {
  /** null: the trail is as it was written. */
  readonly firstBroken: BrokenLine | null;
}

/**
 * Proves the audit trail: that each line follows from the one before, and that each run's writes are still those that
 * its line was written for. Runs of before a salvage may lack writes that were lost in view.
 */
export function verifyAudit(journal: ReadableDb): AuditVerdict {
  const sealed: { readonly id: number; readonly run: string; readonly digest: string }[] = [];
  let salvagedAt = 0;
  const chain = verifyChain(
    (function* () {
      for (const row of auditRows(journal)) {
        const { id, run, digest } = row;
        if (run !== null && digest !== null) sealed.push({ id, run, digest });
        if (row.what === JOURNAL_SALVAGED) salvagedAt = id;
        yield row;
      }
    })(),
    lastAuditNumber(journal),
    ({ what }) => what === JOURNAL_SALVAGED,
  );
  const digestOf = runDigests(journal);
  const other = sealed.find(({ id, run, digest }) => id > salvagedAt && digestOf(run) !== digest);
  const { firstBroken } = chain;
  if (!other || (firstBroken && firstBroken.id <= other.id)) return chain;
  return { ...chain, firstBroken: { id: other.id, why: 'writes', run: other.run } };
}

/** The digest of a run's writes as the journal has them now. */
function runDigests(journal: ReadableDb): (run: string) => string {
  const writes = journal.prepare<[string], { id: number; store: string; op: string; orders: string }>(`
    SELECT w.id, w.store, coalesce(w.op_committed, w.op) AS op,
      (SELECT group_concat(o.gid, ' ' ORDER BY o.gid) FROM write_orders o WHERE o.write = w.id) AS orders
    FROM writes w WHERE w.run = ? ORDER BY w.seq`);
  return (run) => {
    const digest = createRunDigest();
    for (const { orders, ...write } of writes.iterate(run))
      digest.add({ ...write, orders: orders.split(' ') });
    return digest.result();
  };
}
