import { z } from 'zod';
import { workspaceNoticeSchema } from '../domain/workspace-notice.ts';
import { ERROR_TYPES, ORDER_STATES } from '../domain/error-type.ts';
import { fieldChoiceSchema } from '../domain/field-choice.ts';
import { FIX_KINDS } from '../domain/fix.ts';
import { LANGUAGES } from '../domain/language.ts';
import { IMPORT_KINDS } from '../domain/import.ts';
import { planSchema } from '../domain/plan.ts';
import { RETRY_TROUBLES, retryRuleSchema } from '../domain/retry-rule.ts';
import { addedRuleSettingsSchema, linkRouteSchema, storeSettingsSchema } from '../domain/store.ts';
import { WRITE_STATES, writeOpSchema } from '../domain/write.ts';
import {
  agreementRowSchema,
  boardRowSchema,
  causeRowSchema,
  doctorCheckSchema,
  groupCountsSchema,
  historyRowSchema,
  importPreviewSchema,
  importResultSchema,
  boardTrendSchema,
  linkRowSchema,
  orderDetailSchema,
  orderRowSchema,
  orderStandingSchema,
  runOrderSchema,
  runRowSchema,
  skippedOrderSchema,
  storeCheckSchema,
  storeRowSchema,
  storeSyncSchema,
  urgencySchema,
  writeCountsSchema,
  writeRowSchema,
} from './rows.ts';

/** The most bytes of a file that one call carries; a file may be as large as it is. */
export const MAX_FILE_CHUNK = 1024 * 1024;

/** Raised when a message or a method changes so that an older page or host would misread it. */
export const PROTOCOL_VERSION = 1;

const id = z.string().min(1);
const nothing = z.object({});
/** A piece of a file, of at most 1 MiB, as base64. */
const fileBytes = z.base64().max(Math.ceil((MAX_FILE_CHUNK * 4) / 3) + 4);
const store = z.object({ storeId: id.optional() });

/** Which orders: nothing means every stuck one. */
const orderFilterSchema = z.strictObject({
  errorType: z.enum(ERROR_TYPES).optional(),
  storeId: id.optional(),
  cause: z.string().optional(),
  states: z.array(z.enum(ORDER_STATES)).optional(),
  /**
   * A search (shared/domain/parse-order-query.ts): words of number, customer, e-mail, city, SKU, tag and platform
   * message, and filters. One that does not parse is `bad_input` with meta `{field: 'query', at, length, problem}`.
   */
  query: z.string().optional(),
  /** Only those that nothing is known to keep once the queued fixes are through. */
  predictedFixed: z.literal(true).optional(),
  /** Only those placed since their store's last cut-off: what a fix before the next one still saves. */
  missCutoff: z.literal(true).optional(),
});
export type OrderFilter = z.infer<typeof orderFilterSchema>;

export const orderSortSchema = z.enum(['age', 'newest', 'value', 'name']);
export type OrderSort = z.infer<typeof orderSortSchema>;

const scope = z.union([
  z.strictObject({ errorType: z.enum(ERROR_TYPES), storeId: id.optional() }),
  z.strictObject({ orders: z.array(z.int()).min(1) }),
  z.strictObject({ cause: z.string().min(1) }),
]);
/** The orders a plan is made for: all stuck ones of a type, some by id, or all behind a root cause. */
export type PlanScope = z.infer<typeof scope>;

/** When a run is let go: at a time (UTC ms), or so as to be done before the next cut-off of its stores. */
export const scheduleSchema = z.union([
  z.strictObject({ at: z.int() }),
  z.strictObject({ beforeCutoff: z.literal(true) }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

/** Tried on so many orders first, then on so many more, then on the rest; stops above a share of failures, 0 to 1. */
const stagesSchema = z.strictObject({
  sizes: z.array(z.int().min(1)).min(1).max(5),
  stopAbove: z.number().min(0).max(1),
});

/** Some writes, all of a run, or all of a write’s run that are where it is for the same reason. */
const someWrites = z
  .strictObject({
    writes: z.array(z.int()).min(1).optional(),
    run: id.optional(),
    alike: z.int().optional(),
  })
  .refine(
    (given) => Object.values(given).filter((value) => value !== undefined).length === 1,
    'must be one of writes, run and alike',
  );

const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

const workspaceNameSchema = z.enum(['own', 'demo']);
export type WorkspaceName = z.infer<typeof workspaceNameSchema>;

/** Every call the engine answers: parsed on both sides of the wire. */
export const methods = {
  'engine.status': method(
    nothing,
    z.object({
      version: z.string(),
      host: z.string(),
      demo: z.boolean(),
      agent: z.string(),
      now: z.int(),
      syncing: z.array(z.string()),
      offline: z.boolean(),
      /** How the workspace opened, where an agent should know. */
      notices: z.array(workspaceNoticeSchema),
    }),
  ),
  /**
   * Changes to the agent's own stores, or to the demo merchants; what is queued in either stays there. `refused` where
   * the host serves one workspace only.
   */
  'workspace.open': method(z.strictObject({ workspace: workspaceNameSchema }), nothing),
  /** The agent's own switch: while off, nothing leaves this machine and writes stay queued. */
  'network.set': method(z.strictObject({ offline: z.boolean() }), nothing),
  'stores.list': method(nothing, z.array(storeRowSchema)),
  /** Addresses are taken as typed: the engine reads them, and its refusal names the field and the remedy. */
  'stores.add': method(
    z.strictObject({
      name: z.string().trim().min(1),
      domain: z.string().trim().min(1),
      token: z.string().min(1),
      /** The environment variable that the token came from: read again at the next start where no keychain keeps it. */
      tokenEnv: z.string().optional(),
      endpoint: z.string().optional(),
      platform: z
        .strictObject({
          kind: z.literal('bigblue'),
          endpoint: z.string(),
          key: z.string().min(1),
          keyEnv: z.string().optional(),
        })
        .optional(),
      countries: storeSettingsSchema.shape.countries.optional(),
      paymentTerms: z.boolean().optional(),
      linkRoute: linkRouteSchema.optional(),
      ...addedRuleSettingsSchema.partial().shape,
      since: z.int().optional(),
    }),
    storeRowSchema,
  ),
  /**
   * A store whose merchant gives no API access: its orders come from files, and nothing is written to its Shopify.
   * `stores.reconnect` with a token makes it one like the others.
   */
  'stores.addReadOnly': method(
    z.strictObject({
      name: z.string().trim().min(1),
      domain: z.string().trim().min(1),
      /** ISO 4217, of the store's own orders. */
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'must be a currency such as EUR')
        .optional(),
      countries: storeSettingsSchema.shape.countries.optional(),
      paymentTerms: z.boolean().optional(),
      linkRoute: linkRouteSchema.optional(),
      ...addedRuleSettingsSchema.partial().shape,
      since: z.int().optional(),
    }),
    storeRowSchema,
  ),
  /** Tries a token and a platform key without keeping them. */
  'stores.check': method(
    z.strictObject({
      domain: z.string().trim().min(1),
      token: z.string().min(1),
      endpoint: z.string().optional(),
      platform: z.strictObject({ endpoint: z.string(), key: z.string().min(1) }).optional(),
    }),
    storeCheckSchema,
  ),
  /**
   * A new token, a new platform key, or both, each tried before it is kept; blocked writes go on with a new token. A key for
   * a store without a platform connects it; `platformEndpoint` goes with a key, and left out stays as it is.
   */
  'stores.reconnect': method(
    z.strictObject({
      storeId: id,
      token: z.string().min(1).optional(),
      /** The environment variables that the secrets came from, as in `stores.add`. */
      tokenEnv: z.string().optional(),
      platformKey: z.string().min(1).optional(),
      platformEndpoint: z.string().optional(),
      platformKeyEnv: z.string().optional(),
    }),
    storeRowSchema,
  ),
  'stores.set': method(
    z.strictObject({
      storeId: id,
      name: z.string().trim().min(1).optional(),
      settings: storeSettingsSchema.partial(),
    }),
    storeRowSchema,
  ),
  'stores.remove': method(z.strictObject({ storeId: id }), z.object({ removed: z.string() })),
  'sync.run': method(
    store.extend({ full: z.boolean().optional() }),
    z.object({ stores: z.array(storeSyncSchema) }),
  ),
  /** Looks at a file's first bytes (base64); `isWhole`: there are no more. */
  'import.preview': method(z.strictObject({ start: fileBytes, isWhole: z.boolean() }), importPreviewSchema),
  /** Begins to import a file into a store; the file's bytes follow, in turn. Another one begun for it drops this one. */
  'import.begin': method(
    z.strictObject({ storeId: id, kind: z.enum(IMPORT_KINDS) }),
    z.object({ import: z.int() }),
  ),
  /** Answers when the bytes are read: whoever waits for it never sends faster than they are. */
  'import.chunk': method(z.strictObject({ import: z.int(), bytes: fileBytes }), nothing),
  'import.end': method(z.strictObject({ import: z.int() }), importResultSchema),
  /** Orders that were taken in by then stay; lists are replaced as a whole or not at all. */
  'import.cancel': method(z.strictObject({ import: z.int() }), nothing),
  /** Variants of a store with their links, for a link list: what is linked, and what could be. */
  'links.list': method(z.strictObject({ storeId: id }), z.array(linkRowSchema)),
  /** How often our rules foresee what the platform says, over the stuck orders of which it says something. */
  'agreement.list': method(store, z.array(agreementRowSchema)),
  'board.summary': method(store, z.array(boardRowSchema)),
  'orders.ids': method(
    z.strictObject({
      filter: orderFilterSchema,
      sort: orderSortSchema.optional(),
      /** A search as it is typed asks for a few, newest first: no list of all that match has to be made. */
      limit: z.int().min(1).max(100_000).optional(),
    }),
    /** `more`: there are more than `limit`. */
    z.object({ ids: z.instanceof(Uint32Array), more: z.boolean().optional() }),
  ),
  'orders.page': method(z.strictObject({ ids: z.array(z.int()).max(500) }), z.array(orderRowSchema)),
  /** How many orders each tab of a group holds; exact. */
  'orders.counts': method(
    z.strictObject({ errorType: z.enum(ERROR_TYPES), storeId: id.optional(), cause: z.string().optional() }),
    groupCountsSchema,
  ),
  /** What these orders are stuck for, by number: which fixes suit a selection. */
  'orders.standing': method(z.strictObject({ ids: z.array(z.int()) }), z.array(orderStandingSchema)),
  'orders.get': method(z.strictObject({ id: z.int() }), orderDetailSchema),
  'board.urgency': method(store, urgencySchema),
  /** null: what was read does not go back far enough. */
  'board.trend': method(store, boardTrendSchema.nullable()),
  /** Fulfilment products of a store's platform by words in name, SKU, barcode or id: what a variant can be linked to. */
  'catalog.products': method(
    z.strictObject({ storeId: id, query: z.string(), limit: z.int().min(1).max(100).optional() }),
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        sku: z.string().nullable(),
        barcode: z.string().nullable(),
        bundle: z.boolean(),
      }),
    ),
  ),
  /** Variants of a store by words in title or SKU: what a line item can be replaced by. */
  'catalog.variants': method(
    z.strictObject({ storeId: id, query: z.string(), limit: z.int().min(1).max(100).optional() }),
    z.array(z.object({ id: z.string(), product: z.string(), title: z.string(), sku: z.string().nullable() })),
  ),
  'orders.list': method(
    z.strictObject({
      filter: orderFilterSchema,
      limit: z.int().min(1).max(100_000).optional(),
      after: z.string().optional(),
    }),
    /** `atLeast`: there are more than `total`, which are as many as a search counts. */
    z.object({
      total: z.int(),
      atLeast: z.literal(true).optional(),
      next: z.string().nullable(),
      items: z.array(orderRowSchema),
    }),
  ),
  'causes.list': method(
    z.strictObject({ errorType: z.enum(ERROR_TYPES).optional(), storeId: id.optional() }),
    z.array(causeRowSchema),
  ),
  'fix.plan': method(
    z.strictObject({ fix: z.enum(FIX_KINDS), scope, params: z.record(z.string(), z.string()).optional() }),
    planSchema,
  ),
  'fix.commit': method(
    z.strictObject({
      plan: planSchema,
      confirm: z.int().optional(),
      /** Left out: at once, in its turn. */
      schedule: scheduleSchema.optional(),
      /** Left out: on all orders at once. */
      stages: stagesSchema.optional(),
    }),
    z.object({ run: z.string(), writes: z.int() }),
  ),
  /** What `run.undo` would do now; changes nothing. */
  'run.undoPlan': method(
    z.strictObject({ run: id }),
    z.object({
      /** Writes that take something back, and writes that are not sent yet and will not be. */
      writes: z.int(),
      cancelled: z.int(),
      orders: z.array(z.object({ order: z.string(), store: z.string(), does: z.array(writeOpSchema) })),
      skipped: z.array(skippedOrderSchema),
    }),
  ),
  'run.undo': method(
    z.strictObject({ run: id }),
    z.object({ run: z.string().nullable(), writes: z.int(), skipped: z.array(skippedOrderSchema) }),
  ),
  'runs.list': method(nothing, z.array(runRowSchema)),
  'run.get': method(
    z.strictObject({ run: id }),
    z.object({ run: runRowSchema, orders: z.array(runOrderSchema) }),
  ),
  /** Ahead of all runs that wait, or back into its turn; writes to one entity keep their order. */
  'run.first': method(z.strictObject({ run: id, first: z.boolean() }), nothing),
  /** null: at once, in its turn. */
  'run.schedule': method(z.strictObject({ run: id, schedule: scheduleSchema.nullable() }), nothing),
  'outbox.list': method(
    z.strictObject({
      states: z.array(z.enum(WRITE_STATES)).optional(),
      run: id.optional(),
      /** Only steps that the agent has to do on the platform. */
      steps: z.literal(true).optional(),
      limit: z.int().min(1).max(10_000).optional(),
    }),
    z.object({
      counts: writeCountsSchema,
      items: z.array(writeRowSchema),
      paused: z.object({ all: z.boolean(), stores: z.array(z.string()) }),
    }),
  ),
  'outbox.drain': method(
    z.strictObject({ timeoutMs: z.int().positive().optional() }),
    /** `offline`: stores whose writes wait for a connection. */
    z.object({ counts: writeCountsSchema, offline: z.array(z.string()), unauthorized: z.array(z.string()) }),
  ),
  /** All, a store, or a run. */
  'outbox.pause': method(store.extend({ run: id.optional() }), nothing),
  /** As `outbox.pause`; of a staged run that stopped: goes on in spite of what failed. */
  'outbox.resume': method(store.extend({ run: id.optional() }), nothing),
  'outbox.retry': method(someWrites, z.object({ changed: z.int() })),
  'outbox.cancel': method(someWrites, z.object({ changed: z.int() })),
  /** How often and how long each kind of trouble is tried again by itself. */
  'outbox.rules': method(nothing, z.record(z.enum(RETRY_TROUBLES), retryRuleSchema)),
  'outbox.setRule': method(
    z.strictObject({ trouble: z.enum(RETRY_TROUBLES), rule: retryRuleSchema }),
    nothing,
  ),
  'outbox.resolve': method(
    z.strictObject({
      writes: z.array(z.int()).min(1),
      /** For the whole write; beside `fields`: for the fields that it does not name. */
      choice: z.enum(['mine', 'theirs']).optional(),
      /** Of conflicts, field by field, by the names in `conflict` (`quantity` for every `quantity:…`). */
      fields: z.record(z.string(), fieldChoiceSchema).optional(),
      /** The same for all conflicts of their runs over the same fields. */
      alike: z.literal(true).optional(),
    }),
    z.object({ changed: z.int() }),
  ),
  'report.make': method(
    z.strictObject({
      from: z.int(),
      to: z.int(),
      storeId: id.optional(),
      format: z.enum(['csv', 'md', 'json']),
      redact: z.boolean().optional(),
      /** English where it is left out. */
      language: z.enum(LANGUAGES).optional(),
    }),
    z.object({ fileName: z.string(), mime: z.string(), orders: z.int(), text: z.string() }),
  ),
  'history.list': method(
    z.strictObject({
      orderId: z.int().optional(),
      /** What people call an order: `#1042`. */
      orderName: z.string().min(1).optional(),
      run: id.optional(),
      storeId: id.optional(),
      who: z.string().min(1).optional(),
      /** From then on, and before then (UTC ms). */
      from: z.int().optional(),
      until: z.int().optional(),
      limit: z.int().min(1).max(10_000).optional(),
    }),
    z.array(historyRowSchema),
  ),
  /** Everybody who is in the history, A to Z. */
  'history.people': method(nothing, z.array(z.string())),
  /** All of it as a file that proves itself; `head`: the hash of its last line. */
  'history.export': method(
    z.strictObject({ format: z.enum(['csv', 'json']) }),
    z.object({ fileName: z.string(), mime: z.string(), lines: z.int(), head: z.string(), text: z.string() }),
  ),
  'doctor.run': method(nothing, z.object({ ok: z.boolean(), checks: z.array(doctorCheckSchema) })),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Input<M extends MethodName> = z.input<Methods[M]['input']>;
export type Output<M extends MethodName> = z.output<Methods[M]['output']>;
