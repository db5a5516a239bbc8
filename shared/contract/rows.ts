import { z } from 'zod';
import { diagnosisSchema } from '../domain/diagnosis.ts';
import { ERROR_TYPES, ORDER_STATES } from '../domain/error-type.ts';
import { failureSchema } from '../domain/failure.ts';
import { fieldChangeSchema } from '../domain/field-change.ts';
import { FIX_KINDS } from '../domain/fix.ts';
import { IMPORT_KINDS, importProblemSchema } from '../domain/import.ts';
import { CHECK_OUTCOMES, checkCountsSchema } from '../domain/order-check.ts';
import { moneySchema } from '../domain/money.ts';
import { causeSubjectSchema } from '../domain/root-cause.ts';
import { writeTriesSchema } from '../domain/retry-rule.ts';
import { ruleOffSchema } from '../domain/rule-off.ts';
import { storeSettingsSchema } from '../domain/store.ts';
import { troubleSchema } from '../domain/trouble.ts';
import { undoSkipSchema } from '../domain/undo-skip.ts';
import { writeReasonSchema } from '../domain/write-reason.ts';
import { conflictFieldSchema, WRITE_STATES, writeOpSchema } from '../domain/write.ts';

/** Times are UTC milliseconds; money is in minor units. */
const millis = z.int();

export const storeRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string(),
  currency: z.string(),
  /** ok · offline: last contact failed · reconnect: the token was refused or is not at hand · readonly: no API, files */
  state: z.enum(['ok', 'offline', 'reconnect', 'readonly']),
  /** In English, for the command line; the console words `stateSaid`. */
  stateReason: z.string().nullable(),
  stateSaid: failureSchema.nullable().catch(null),
  /** Orders in the cache. */
  orders: z.int(),
  stuck: z.int(),
  /** Orders that the store has and that could not be read, and why one of them; null: none. */
  unread: z
    .object({ orders: z.int(), reason: z.string(), said: troubleSchema.nullable().catch(null) })
    .nullable(),
  lastSync: millis.nullable(),
  scopes: z.array(z.string()),
  missingScopes: z.array(z.object({ scope: z.string(), costs: z.string() })),
  redacted: z.array(z.string()),
  platform: z.boolean(),
  settings: storeSettingsSchema,
  /** Rules that cannot run for this store, and why. */
  rulesOff: z.array(ruleOffSchema),
  /** When a file of each kind was last imported. */
  imports: z.array(z.object({ kind: z.enum(IMPORT_KINDS), at: millis })),
});
export type StoreRow = z.infer<typeof storeRowSchema>;

export const boardRowSchema = z.object({
  errorType: z.enum(ERROR_TYPES),
  orders: z.int(),
  stores: z.int(),
  value: z.array(moneySchema),
  oldest: millis.nullable(),
  /** Orders of this type for which a queued fix leaves nothing that keeps them. */
  predicted: z.object({ resolved: z.int() }),
  source: z.object({ platform: z.int(), local: z.int() }),
  /** Orders of this type that a run had solved and that are stuck again; left out: none. */
  regressed: z.int().optional(),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

/** How many orders of each type were stuck, at moments evenly spread from `from` to `to`. */
export const boardTrendSchema = z.object({
  from: millis,
  to: millis,
  types: z.array(z.object({ errorType: z.enum(ERROR_TYPES), points: z.array(z.int()) })),
});
export type BoardTrend = z.infer<typeof boardTrendSchema>;

export const orderRowSchema = z.object({
  id: z.int(),
  storeId: z.string(),
  storeName: z.string(),
  gid: z.string(),
  name: z.string(),
  state: z.enum(ORDER_STATES),
  /** When a snooze ends; null: it is not snoozed, or until its cause has gone. */
  snoozedUntil: millis.nullable(),
  /** null when synced or waiting. */
  errorType: z.enum(ERROR_TYPES).nullable(),
  diagnoses: z.array(diagnosisSchema),
  /** With the queued writes applied: null when nothing is left that keeps the order; equal to errorType without writes. */
  predicted: z.enum(ERROR_TYPES).nullable(),
  queuedWrites: z.int(),
  createdAt: millis,
  value: moneySchema,
  customer: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  /** Line items still open, as `2 × Carafe 1 L / Smoke`. */
  items: z.array(z.string()),
  tags: z.array(z.string()),
  /** The order in Shopify's admin. */
  adminUrl: z.string().nullable(),
  /** A run had solved it, and it is stuck again since `at`; left out: it is not so. */
  regressed: z.object({ run: z.string(), at: millis }).optional(),
});
export type OrderRow = z.infer<typeof orderRowSchema>;

/** The tabs of a group. `predictedFixed` and `missCutoff` are parts of `stuck`. */
export const groupCountsSchema = z.object({
  stuck: z.int(),
  predictedFixed: z.int(),
  missCutoff: z.int(),
  snoozed: z.int(),
  dismissed: z.int(),
});
export type GroupCounts = z.infer<typeof groupCountsSchema>;

/** So many orders of some in this state with this primary error. */
export const orderStandingSchema = z.object({
  state: z.enum(ORDER_STATES),
  errorType: z.enum(ERROR_TYPES).nullable(),
  orders: z.int(),
});
export type OrderStanding = z.infer<typeof orderStandingSchema>;

export const causeRowSchema = z.object({
  key: z.string(),
  /** In English, for the command line; the console words `subject`. */
  label: z.string(),
  subject: causeSubjectSchema,
  errorType: z.enum(ERROR_TYPES),
  orders: z.int(),
  /** Of these, orders that nothing else keeps. */
  unblocks: z.int(),
  value: z.array(moneySchema),
  stores: z.int(),
  /** Names of those stores, A to Z: what is called alike in two stores is told apart by them. */
  storeNames: z.array(z.string()),
  fix: z.enum(FIX_KINDS),
});
export type CauseRow = z.infer<typeof causeRowSchema>;

export const writeRowSchema = z.object({
  id: z.int(),
  run: z.string(),
  storeId: z.string(),
  fix: z.enum(FIX_KINDS),
  op: z.string(),
  entity: z.string(),
  /** What it does, in English for the command line: `Remove tag bigblue-ignore`; the console words `does`. */
  what: z.string(),
  does: writeOpSchema,
  orders: z.array(z.string()),
  state: z.enum(WRITE_STATES),
  attempts: z.int(),
  nextAttemptAt: millis.nullable(),
  /** Why it is where it is, in English for the command line; the console words `said`. */
  reason: z.string().nullable(),
  said: writeReasonSchema.nullable().catch(null),
  /** Tries in a row that came to nothing, and how many its rule allows (null: any number); null: none did. */
  tries: writeTriesSchema.nullable().default(null),
  requestId: z.string().nullable(),
  conflict: z.array(conflictFieldSchema),
  /** Of a conflict: how many of its run are over the same fields, itself among them; else 0. */
  alike: z.int().default(0),
  createdAt: millis,
  updatedAt: millis,
});
export type WriteRow = z.infer<typeof writeRowSchema>;

export const writeCountsSchema = z.record(z.enum(WRITE_STATES), z.int());
export type WriteCounts = z.infer<typeof writeCountsSchema>;

/** How a run is let go, where that is not at once and in its turn. */
const runControlSchema = z.object({
  /** The highest go first. */
  priority: z.int(),
  pausedAt: millis.nullable(),
  startsAt: millis.nullable(),
  /** The cut-off that it is to be done before. */
  dueBy: millis.nullable(),
  /** Tried on a few orders first; null: on all at once. `open`: the stage that is sent now, from 0. */
  stages: z
    .object({
      open: z.int(),
      /** Share of failed orders above which it stops, 0 to 1. */
      stopAbove: z.number(),
      stoppedAt: millis.nullable(),
      each: z.array(z.object({ orders: z.int(), done: z.int(), failed: z.int(), void: z.int() })),
    })
    .nullable(),
});

const IN_ITS_TURN = { priority: 0, pausedAt: null, startsAt: null, dueBy: null, stages: null } as const;

/** How far a bulk operation is. `writes`: of one run; `lines`: all of the operation, of which the store has `done` so many. */
export const bulkProgressSchema = z.object({
  store: z.string(),
  writes: z.int(),
  lines: z.int(),
  done: z.int(),
  /** When the store began it; null: it is being prepared. */
  since: millis.nullable(),
});
export type BulkProgress = Readonly<z.infer<typeof bulkProgressSchema>>;

export const runRowSchema = z.object({
  id: z.string(),
  fix: z.enum(FIX_KINDS),
  createdAt: millis,
  agent: z.string(),
  orders: z.int(),
  writes: z.int(),
  counts: writeCountsSchema,
  undoOf: z.string().nullable(),
  undoneBy: z.string().nullable(),
  stores: z.array(z.string()),
  control: runControlSchema.default(IN_ITS_TURN),
  /** What became of its orders after their writes; left out: none is that far. */
  checks: checkCountsSchema.optional(),
  /** Bulk operations that carry some of its writes out right now; left out: none. */
  bulk: z.array(bulkProgressSchema).optional(),
});
export type RunRow = z.infer<typeof runRowSchema>;

/** One order of a run: what was to change, and how far it is. */
export const runOrderSchema = z.object({
  id: z.int().nullable(),
  store: z.string(),
  gid: z.string(),
  name: z.string(),
  changes: z.array(fieldChangeSchema),
  /** The worst state among the order's writes. */
  state: z.enum(WRITE_STATES),
  /** As in a write's row. */
  reason: z.string().nullable(),
  said: writeReasonSchema.nullable().catch(null),
  /** What became of it after its writes; left out: it is not that far. `errorType`: what it is stuck for now. */
  check: z
    .object({
      outcome: z.enum(CHECK_OUTCOMES),
      errorType: z.enum(ERROR_TYPES).nullable(),
      /** When it got stuck again after it was solved. */
      regressedAt: millis.nullable(),
    })
    .optional(),
});
export type RunOrderRow = Readonly<z.infer<typeof runOrderSchema>>;

/** An order that an undo leaves as it is. `reason`: in English, for the command line; the console words `said`. */
export const skippedOrderSchema = z.object({
  order: z.string(),
  reason: z.string(),
  said: undoSkipSchema.nullable().catch(null),
});

export const historyRowSchema = z.object({
  /** Its number in the audit trail, which has no gaps. */
  id: z.int(),
  at: millis,
  who: z.string(),
  what: z.string(),
  run: z.string().nullable(),
  /** What the run's fix is; null: it concerns none. */
  fix: z.enum(FIX_KINDS).nullable(),
  write: z.int().nullable(),
  /** What that write does. */
  does: writeOpSchema.nullable(),
  store: z.string().nullable(),
  order: z.string().nullable(),
  /** What it says, in English for the command line; the console words `does` and `said`. */
  detail: z.string().nullable(),
  said: writeReasonSchema.nullable().catch(null),
  /** The touched values, where it tells of a change: of a run, its fix and how many orders and writes it has. */
  before: z.json(),
  after: z.json(),
  /** The API's ids of the requests that had an effect, or may have had one, with spaces between. */
  requestId: z.string().nullable(),
  /** SHA-256 over it and the line before (hex). */
  hash: z.string(),
});
export type HistoryRow = z.infer<typeof historyRowSchema>;

export const storeSyncSchema = z.object({
  id: z.string(),
  mode: z.enum(['bulk', 'incremental']),
  orders: z.int(),
  products: z.int(),
  durationMs: z.number(),
  cost: z.number(),
  /** Orders that the store has and that could not be read; left out: none. */
  unread: z.int().optional(),
  /** Orders whose copy here had drifted from the store's and was mended. */
  mended: z.int().optional(),
  /** What else there is to tell, in English for the command line; left out: nothing. */
  notes: z.array(z.string()).optional(),
  error: z.string().optional(),
  /** The error's code, so that a caller can tell offline from not authorised. */
  code: z.string().optional(),
  /** The error as data, for a page to word. */
  said: failureSchema.optional().catch(undefined),
});
export type StoreSync = z.infer<typeof storeSyncSchema>;

export const doctorCheckSchema = z.object({
  check: z.string(),
  ok: z.boolean(),
  detail: z.string(),
});

/** One thing that happened to an order, newest last. `what` names the kind; the page words it. */
export const timelineEntrySchema = z.object({
  at: millis,
  what: z.enum(['placed', 'cancelled', 'fulfilled', 'tagged', 'write']),
  /** The tag, or why it was cancelled, as Shopify has it. */
  subject: z.string().nullable(),
  /** What a write does. */
  does: writeOpSchema.nullable(),
  who: z.string().nullable(),
  /** For a write: where it is. */
  state: z.enum(WRITE_STATES).nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const orderDetailSchema = z.object({
  row: orderRowSchema,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  financialStatus: z.string().nullable(),
  fulfillmentStatus: z.string(),
  shippingMethod: z.string().nullable(),
  /** null: needs no shipping, or Shopify withholds it (see `redacted`). */
  address: z
    .object({
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      company: z.string().nullable(),
      address1: z.string().nullable(),
      address2: z.string().nullable(),
      city: z.string().nullable(),
      provinceCode: z.string().nullable(),
      zip: z.string().nullable(),
      countryCode: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  redacted: z.array(z.string()),
  items: z.array(
    z.object({
      title: z.string(),
      variantTitle: z.string().nullable(),
      sku: z.string().nullable(),
      /** Still to be shipped. */
      quantity: z.int(),
      product: z.string().nullable(),
      variant: z.string().nullable(),
    }),
  ),
  /** What lies behind its diagnoses, as `causes.list` has it. */
  causes: z.array(
    z.object({
      key: z.string(),
      errorType: z.enum(ERROR_TYPES),
      fix: z.enum(FIX_KINDS),
      entity: z.string().nullable(),
    }),
  ),
  writes: z.array(writeRowSchema),
  timeline: z.array(timelineEntrySchema),
  storeDomain: z.string(),
});
export type OrderDetail = z.infer<typeof orderDetailSchema>;

/** Stuck orders whose first cut-off after they were placed is the next one: what a fix in time still saves. */
export const urgencySchema = z.object({
  /** The earliest next cut-off among the stores; null where none has any. */
  cutoff: millis.nullable(),
  orders: z.int(),
  value: z.array(moneySchema),
  byType: z.array(z.object({ errorType: z.enum(ERROR_TYPES), orders: z.int() })),
});
export type Urgency = z.infer<typeof urgencySchema>;

/** What a token may do, before the store is connected. */
export const storeCheckSchema = z.object({
  shopName: z.string(),
  domain: z.string(),
  currency: z.string(),
  scopes: z.array(z.object({ scope: z.string(), granted: z.boolean(), costs: z.string() })),
  redacted: z.array(z.string()),
  /** null: no platform was given. */
  platformProducts: z.int().nullable(),
});
export type StoreCheck = z.infer<typeof storeCheckSchema>;

/** How a file begins: its kind (null: none that can be imported), its columns, and some of its rows. */
export const importPreviewSchema = z.object({
  kind: z.enum(IMPORT_KINDS).nullable(),
  columns: z.array(z.object({ name: z.string(), isRead: z.boolean() })),
  rows: z.array(z.array(z.string())),
  missing: z.array(z.string()),
});

/** What became of a file. `read` and `accepted` count orders, errors or links. */
export const importResultSchema = z.object({
  read: z.int(),
  accepted: z.int(),
  /** `message`: in English, for the command line; the console words `problem`. */
  rejected: z.array(
    z.object({ row: z.int(), field: z.string(), message: z.string(), problem: importProblemSchema }),
  ),
});

/** So many stuck orders of which the platform says `said`; `foreseen`: what our rules make of them, null: nothing. */
export const agreementRowSchema = z.object({
  storeId: z.string(),
  said: z.enum(ERROR_TYPES),
  foreseen: z.enum(ERROR_TYPES).nullable(),
  orders: z.int(),
});
export type AgreementRow = z.infer<typeof agreementRowSchema>;

/** A variant of a store as a link list has it: what it is linked to, and what it could be. */
export const linkRowSchema = z.object({
  variant: z.string(),
  sku: z.string().nullable(),
  title: z.string(),
  product: z.string().nullable(),
  active: z.boolean(),
  suggestions: z.array(z.object({ product: z.string(), name: z.string(), by: z.enum(['sku', 'barcode']) })),
});
