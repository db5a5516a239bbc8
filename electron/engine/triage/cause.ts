import type { FixKind } from '../../../shared/domain/fix.ts';
import type { RootCause } from '../../../shared/domain/root-cause.ts';

/** A root cause as one diagnosis shows it. */
export interface Cause extends RootCause {
  /** The default fix of this cause. */
  readonly fix: FixKind;
  /** Whether fixing this cause by itself clears the diagnosis. */
  readonly alone: boolean;
}

/** Causes that must all be fixed before the diagnosis goes, each key once. */
export function allNeeded(causes: readonly Omit<Cause, 'alone'>[]): readonly Cause[] {
  const byKey = new Map(causes.map((cause) => [cause.key, cause]));
  return [...byKey.values()].map((cause) => ({ ...cause, alone: byKey.size === 1 }));
}
