import { z } from 'zod';
import { FIX_KINDS, type FixKind } from '../../../shared/domain/fix.ts';
import {
  type RunId,
  runId,
  type StoreId,
  storeId,
  type WriteId,
  writeId,
} from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import {
  type ConflictField,
  conflictFieldSchema,
  WRITE_STATES,
  type WriteOp,
  writeOpSchema,
  type WriteState,
} from '../../../shared/domain/write.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import { type WriteEffect, writeEffectSchema } from '../triage/fixes/write-effect.ts';
import { decodeReason } from './reason-column.ts';

/** One queued write as the journal keeps it. Times are UTC ms. */
export interface WriteRecord {
  readonly id: WriteId;
  readonly run: RunId;
  readonly store: StoreId;
  /** Its place in the run. */
  readonly seq: number;
  readonly fix: FixKind;
  readonly op: WriteOp;
  readonly entity: string;
  readonly state: WriteState;
  readonly attempts: number;
  readonly nextAttemptAt: Millis | null;
  readonly reason: WriteReason | null;
  readonly conflict: readonly ConflictField[] | null;
  /** On a conflict: the op as it is when the agent keeps their own value. */
  readonly rebased: WriteOp | null;
  /** The touched fields just before the first request, in the form of the write's kind. */
  readonly before: unknown;
  readonly progress: unknown;
  readonly evidence: unknown;
  readonly effect: WriteEffect | null;
  readonly requestId: string | null;
  readonly confirmedVersion: Millis | null;
  readonly inOverlay: boolean;
  readonly undoneBy: RunId | null;
  readonly sentAt: Millis | null;
  readonly appliedAt: Millis | null;
  readonly createdAt: Millis;
  readonly updatedAt: Millis;
}

const text = z.string().nullable();
const time = z.int().nullable();
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .nullable()
    .transform((value): unknown => (value === null ? null : JSON.parse(value)))
    .pipe(schema.nullable());

/** A row of the table `writes`; what does not fit is a damaged journal, and throws. */
export const writeRow = z
  .object({
    id: z.int(),
    run: z.string(),
    store: z.string(),
    seq: z.int(),
    fix: z.enum(FIX_KINDS),
    op: z
      .string()
      .transform((value): unknown => JSON.parse(value))
      .pipe(writeOpSchema),
    entity: z.string(),
    state: z.enum(WRITE_STATES),
    attempts: z.int(),
    next_attempt_at: time,
    reason: text,
    conflict: json(z.array(conflictFieldSchema)),
    rebased: json(writeOpSchema),
    before: json(z.unknown()),
    progress: json(z.unknown()),
    evidence: json(z.unknown()),
    effect: json(writeEffectSchema),
    request_id: text,
    confirmed_version: time,
    in_overlay: z.int(),
    undone_by: text,
    sent_at: time,
    applied_at: time,
    created_at: z.int(),
    updated_at: z.int(),
  })
  .transform((row): WriteRecord => ({
    id: writeId(row.id),
    run: runId(row.run),
    store: storeId(row.store),
    seq: row.seq,
    fix: row.fix,
    op: row.op,
    entity: row.entity,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    reason: decodeReason(row.reason),
    conflict: row.conflict,
    rebased: row.rebased,
    before: row.before,
    progress: row.progress,
    evidence: row.evidence,
    effect: row.effect,
    requestId: row.request_id,
    confirmedVersion: row.confirmed_version,
    inOverlay: row.in_overlay === 1,
    undoneBy: row.undone_by === null ? null : runId(row.undone_by),
    sentAt: row.sent_at,
    appliedAt: row.applied_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
