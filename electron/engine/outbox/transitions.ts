import type { WriteState } from '../../../shared/domain/write.ts';

/** Everything that can happen to a write. */
export const WRITE_EVENTS = [
  /** It is about to leave: durable before the request does (invariant 2). */
  'send',
  /** A local effect took place in the journal itself. */
  'take_local_effect',
  /** Read before sending: what it wants is there already. */
  'find_done',
  /** Read before sending: a touched field is not what the plan was based on. */
  'find_conflict',
  /** Read before sending: its target is gone or cannot take it. */
  'find_impossible',
  /** Throttled, or provably not sent: no effect. */
  'postpone',
  /** The token is refused, or lacks a scope. */
  'refuse_token',
  /** The payload shows the effect. */
  'confirm',
  /** userErrors, or an error that proves that nothing was done. */
  'reject',
  /** No answer, or one that does not tell. */
  'lose_answer',
  /** The process ended between `send` and the answer; found at start. */
  'find_interrupted',
  /** Read back: it took effect. */
  'prove_done',
  /** Read back: it had no effect. */
  'disprove',
  /** Read back: nothing tells. */
  'stay_unknown',
  /** The store's token is accepted again. */
  'reconnect',
  /** The agent wants it tried again now (an unknown one: sent again). */
  'retry',
  /** What it depends on, and was lost by, is tried again. */
  'revive',
  'cancel',
  /** Something it depends on was rejected or cancelled. */
  'lose_dependency',
  /** The agent chose over a conflict: the fix's value, or what is there. */
  'keep_mine',
  'keep_theirs',
  /** The agent chose field by field, or gave another value. */
  'keep_some',
  /** The agent knows: it was sent, or the step on the platform is done. */
  'declare_done',
  /** The agent knows: it was not sent and need not be, or the step will not be done. */
  'declare_void',
] as const;
export type WriteEvent = (typeof WRITE_EVENTS)[number];

const WAITING = {
  send: 'sending',
  take_local_effect: 'applied',
  find_done: 'applied',
  find_conflict: 'conflict',
  find_impossible: 'rejected',
  postpone: 'retry_wait',
  refuse_token: 'blocked_auth',
  retry: 'queued',
  cancel: 'cancelled',
  lose_dependency: 'cancelled',
  declare_done: 'applied',
  declare_void: 'cancelled',
} as const satisfies Partial<Record<WriteEvent, WriteState>>;

/** The one table of legal transitions (architecture.md, Outbox invariants). What is not here cannot happen. */
const TABLE: Readonly<Record<WriteState, Partial<Record<WriteEvent, WriteState>>>> = {
  queued: WAITING,
  retry_wait: WAITING,
  sending: {
    confirm: 'applied',
    reject: 'rejected',
    postpone: 'retry_wait',
    refuse_token: 'blocked_auth',
    lose_answer: 'unknown',
    find_interrupted: 'unknown',
  },
  unknown: {
    prove_done: 'applied',
    disprove: 'retry_wait',
    reject: 'rejected',
    stay_unknown: 'unknown',
    retry: 'queued',
    declare_done: 'applied',
    declare_void: 'cancelled',
    cancel: 'cancelled',
  },
  conflict: {
    keep_mine: 'queued',
    keep_theirs: 'cancelled',
    keep_some: 'queued',
    retry: 'queued',
    cancel: 'cancelled',
    lose_dependency: 'cancelled',
  },
  blocked_auth: {
    reconnect: 'queued',
    retry: 'queued',
    cancel: 'cancelled',
    lose_dependency: 'cancelled',
  },
  applied: {},
  rejected: { retry: 'queued' },
  cancelled: { revive: 'queued' },
};

/** Where `event` leads from `from`; null: it cannot happen there. */
export function transition(from: WriteState, event: WriteEvent): WriteState | null {
  return TABLE[from][event] ?? null;
}
