import type { z } from 'zod';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { ConflictField, WriteOp } from '../../../../shared/domain/write.ts';
import type { WriteReason } from '../../../../shared/domain/write-reason.ts';
import type { WriteEffect } from '../../triage/fixes/write-effect.ts';
import type { AdminDocument } from '../documents/document.ts';
import type { WriteApi } from './write-api.ts';

/** What is to be kept for people about how an outcome is known. */
type Evidence = Readonly<Record<string, unknown>>;

/** What a write found before it was sent (outbox invariant 5). `Before`: the touched fields as they are now. */
export type Look<Before> =
  | { readonly kind: 'go'; readonly before: Before }
  /** What it wants is so already. */
  | { readonly kind: 'done'; readonly version: Millis | null; readonly evidence?: Evidence }
  /** A touched field is not what the plan was based on; `rebased` is the op over what is there now. */
  | { readonly kind: 'conflict'; readonly fields: readonly ConflictField[]; readonly rebased: WriteOp }
  /** Its target is gone or cannot take it. */
  | { readonly kind: 'impossible'; readonly reason: WriteReason };

/** What came of a request that was answered. `version`: from where on a sync shows the effect (UTC ms). */
export type Sent =
  | {
      readonly kind: 'applied';
      readonly effect: WriteEffect;
      readonly version: Millis | null;
      readonly evidence?: Evidence;
    }
  | { readonly kind: 'refused'; readonly reason: WriteReason }
  /** What it was compared with changed in between; nothing was done. */
  | { readonly kind: 'stale'; readonly reason: WriteReason }
  /** Answered without errors, and yet the payload does not show the effect. */
  | { readonly kind: 'unproved'; readonly evidence: Evidence };

/** What a read-back after a lost answer proves (outbox invariant 3). */
export type Proof =
  | {
      readonly kind: 'took_effect';
      readonly effect: WriteEffect;
      readonly version: Millis | null;
      readonly evidence: Evidence;
    }
  | { readonly kind: 'no_effect'; readonly evidence: Evidence }
  | { readonly kind: 'unclear'; readonly evidence: Evidence };

/** How far a write of several requests has come. `save` is durable before it returns. */
export interface Progress {
  readonly value: unknown;
  save(value: unknown): void;
}

/** A write that is one mutation: sent by itself, or as a line of a bulk operation. */
export interface SingleRequest {
  readonly document: { readonly name: string; readonly text: string };
  readonly variables: object;
  send(api: WriteApi): Promise<Sent>;
  /** What the data of its answer says; null: nothing that fits. */
  read(data: unknown): Sent | null;
}

/** @param sent what a decoded answer says */
export function singleRequest<Variables extends object, Data>(
  document: AdminDocument<Variables, Data>,
  variables: Variables,
  sent: (data: Data) => Sent,
): SingleRequest {
  return {
    document,
    variables,
    send: async (api) => sent(await api.tell(document, variables)),
    read: (data) => {
      const fitting = document.answer.safeParse(data);
      return fitting.success ? sent(fitting.data) : null;
    },
  };
}

/** One queued write as its store's API takes it. `before` is what `look` gave, also after a restart. */
export interface RemoteWrite {
  /** How long after the request a read-back can tell, ms: it may still be on its way through. */
  readonly settleMs: number;
  look(api: WriteApi): Promise<Look<unknown>>;
  send(api: WriteApi, before: unknown, progress: Progress): Promise<Sent>;
  readBack(api: WriteApi, before: unknown, progress: Progress): Promise<Proof>;
  /** The one mutation that `send` is, for kinds that repeat safely; null: it is not one, or is never sent in bulk. */
  single(api: WriteApi, before: unknown): SingleRequest | null;
}

interface TypedWrite<Before> {
  readonly settleMs?: number;
  /** `before` as the journal kept it. */
  readonly before: z.ZodType<Before>;
  look(api: WriteApi): Promise<Look<Before>>;
  send(api: WriteApi, before: Before, progress: Progress): Promise<Sent>;
  readBack(api: WriteApi, before: Before, progress: Progress): Promise<Proof>;
  single?(api: WriteApi, before: Before): SingleRequest | null;
}

/** A request that was cut off may still be worked on this long. */
const SETTLE_MS = 1000;

/** Parses `before` on its way back from the journal, so that each kind of write works with its own type. */
export function remoteWrite<Before>(write: TypedWrite<Before>): RemoteWrite {
  return {
    settleMs: write.settleMs ?? SETTLE_MS,
    look: (api) => write.look(api),
    send: (api, before, progress) => write.send(api, write.before.parse(before), progress),
    readBack: (api, before, progress) => write.readBack(api, write.before.parse(before), progress),
    single: (api, before) => write.single?.(api, write.before.parse(before)) ?? null,
  };
}

export const NO_EFFECT: WriteEffect = { effect: 'none' };

/** userErrors as a refusal in the API's own words, with their codes; null: there are none. */
export function refusalOf(
  errors: readonly { readonly message: string; readonly code?: string | null | undefined }[],
): WriteReason | null {
  return errors.length === 0
    ? null
    : { code: 'refused', errors: errors.map(({ message, code = null }) => ({ message, code })) };
}

export const GONE_ORDER: WriteReason = { code: 'order_gone' };
