import type { WriteOp, WriteOpName } from '../../../shared/domain/write.ts';
import { costOf } from '../triage/fixes/write-cost.ts';

/** What a write takes in query points: what the last of its kind took, its look included; until then a guess. */
export interface WriteCosts {
  of(op: WriteOp): number;
  learn(op: WriteOp, points: number): void;
}

/** What a look takes: an object or two. */
const LOOK_POINTS = 2;

export function createWriteCosts(): WriteCosts {
  const learned = new Map<WriteOpName, number>();
  return {
    of: (op) => learned.get(op.op) ?? costOf(op) + LOOK_POINTS,
    // One that found its work done already, or that was only read back, tells nothing of what sending takes.
    learn: (op, points) => {
      if (points >= costOf(op)) learned.set(op.op, points);
    },
  };
}
