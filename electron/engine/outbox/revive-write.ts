import type { DecisionPorts } from './decisions.ts';
import { moveWrite } from './move-write.ts';
import type { WriteRecord } from './write-record.ts';

/**
 * Takes a rejected write up again, as if it had never been sent: nothing of it took effect. With it comes what was
 * cancelled for want of it. Not where a later write to its entity went out meanwhile (outbox invariant 4), where its run
 * was undone, or where what it depends on has ended without effect itself.
 * @returns null: it stays as it is
 */
export function reviveWrite(ports: DecisionPorts, write: WriteRecord): WriteRecord | null {
  const { journal, agent: who, now } = ports;
  if (!canBegin(ports, write)) return null;
  const anew = { before: null, progress: null, evidence: null, attempts: 0 };
  const revived = moveWrite(journal, write.id, write.state === 'rejected' ? 'retry' : 'revive', {
    now,
    who,
    patch: anew,
  });
  if (!revived) return null;
  for (const id of journal.writes.dependents(write.id)) {
    const dependent = journal.writes.get(id);
    if (dependent?.state === 'cancelled' && dependent.reason?.code === 'lost_dependency')
      reviveWrite(ports, dependent);
  }
  return revived;
}

function canBegin({ journal, hasStore }: DecisionPorts, write: WriteRecord): boolean {
  return (
    hasStore(write.store) &&
    journal.runs.undosOf(write.run).length === 0 &&
    !journal.writes.isOvertaken(write) &&
    journal.writes.dependencies(write.id).every(({ state }) => state !== 'rejected' && state !== 'cancelled')
  );
}
