import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis, Order } from '../../../shared/domain/order.ts';
import type { PlatformWord } from '../db/cache/platform-repo.ts';
import type { OrderCause, Verdict } from '../db/cache/verdict.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { TriageContext } from '../triage/context.ts';
import { judge, type Judgement } from '../triage/judge.ts';
import { predict } from '../triage/predict.ts';
import { causesOf } from '../triage/root-causes.ts';
import { queuedOps } from './queued-ops.ts';

/** What judging the orders of one store takes. */
export interface Bench {
  readonly store: StoreId;
  readonly ctx: TriageContext;
  readonly platformWord: (order: Order, lastChangeAt: Millis) => PlatformWord;
  readonly overlay: Overlay;
  readonly now: Millis;
}

/**
 * Where an order stands. Its board is decided by the snapshot alone; `predicted` says what the queued writes would
 * leave of it (architecture.md, Data).
 */
export function verdictOf(order: Order, bench: Bench): Verdict {
  const { store, ctx, overlay, now } = bench;
  const lastChangeAt = overlay.lastAppliedAt(store, order.gid) ?? order.createdAt;
  const mark = overlay.mark(store, order.gid);
  const word = bench.platformWord(order, lastChangeAt);
  const judgement = judge(order, ctx, { ...word, mark, now, lastChangeAt });
  const { state, errorType, diagnoses } = judgement;
  const ops = queuedOps(order, store, overlay);
  return {
    state,
    errorType,
    source: errorType === null ? null : (diagnoses[0]?.source ?? 'local'),
    predicted: errorType !== null && ops.length > 0 ? predict(order, ctx, diagnoses, ops) : errorType,
    diagnoses,
    causes: causesBehind(diagnoses),
    dueAt: dueAt(judgement, {
      order,
      lastChangeAt,
      graceMs: ctx.settings.graceMinutes * 60_000,
      until: mark?.until ?? null,
      now,
    }),
    overlaid: ops.length > 0,
  };
}

function causesBehind(diagnoses: readonly Diagnosis[]): readonly OrderCause[] {
  const causes = new Map<string, OrderCause>();
  for (const diagnosis of diagnoses) {
    for (const { key, subject, entity, fix, alone } of causesOf(diagnosis)) {
      causes.set(key, {
        key,
        subject,
        entity,
        fix,
        errorType: diagnosis.type,
        unblocks: alone && diagnoses.length === 1,
      });
    }
  }
  return [...causes.values()];
}

function dueAt(
  { state }: Judgement,
  at: { order: Order; lastChangeAt: Millis; graceMs: number; until: Millis | null; now: Millis },
): Millis | null {
  switch (state) {
    case 'waiting': {
      const graceEnds = at.order.createdAt + at.graceMs;
      return graceEnds > at.now ? graceEnds : at.lastChangeAt + at.graceMs;
    }
    case 'snoozed':
      return at.until;
    case 'synced':
    case 'stuck':
    case 'dismissed':
    case 'closed':
      return null;
    default:
      return assertNever(state);
  }
}
