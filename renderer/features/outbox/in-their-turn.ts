import type { RunRow } from '../../../shared/contract/rows.ts';

/** Runs as the outbox sends them: by priority, then by the cut-off they are to make, then as they were committed. */
export function inTheirTurn(runs: readonly RunRow[]): readonly RunRow[] {
  const due = ({ control: { dueBy } }: RunRow): number => dueBy ?? Number.MAX_SAFE_INTEGER;
  return runs.toSorted(
    (a, b) =>
      b.control.priority - a.control.priority ||
      due(a) - due(b) ||
      a.createdAt - b.createdAt ||
      a.id.localeCompare(b.id),
  );
}
