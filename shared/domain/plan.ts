import { z } from 'zod';
import { ERROR_TYPES } from './error-type.ts';
import { exclusionSchema } from './exclusion.ts';
import { fieldChangeSchema } from './field-change.ts';
import { FIX_KINDS } from './fix.ts';
import { writeOpSchema } from './write.ts';

const orderRef = { id: z.int(), store: z.string(), gid: z.string(), name: z.string() };

const plannedWriteSchema = z.object({
  /** Names the write inside its plan; dependencies refer to it. */
  key: z.string(),
  store: z.string(),
  op: writeOpSchema,
  dependsOn: z.array(z.string()),
  /** The orders (Shopify gids) that this write is for; one product write serves many. */
  orders: z.array(z.string()).min(1),
});
export type PlannedWrite = Readonly<z.infer<typeof plannedWriteSchema>>;

const plannedOrderSchema = z.object({
  ...orderRef,
  changes: z.array(fieldChangeSchema),
  /** What still keeps the order after the fix; null: nothing is known to, it is predicted to sync. */
  remaining: z.enum(ERROR_TYPES).nullable(),
  /** What it is stuck for now; left out: not known. */
  was: z.enum(ERROR_TYPES).optional(),
});
export type PlannedOrder = Readonly<z.infer<typeof plannedOrderSchema>>;

/**
 * `id`: as `orders` prints it. `reason` is an English sentence for the command line and plan files; `said` is the same as
 * data, for a page to word (null: only the sentence is known).
 */
export const excludedOrderSchema = z.object({
  ...orderRef,
  reason: z.string(),
  said: exclusionSchema.nullable().catch(null),
});
export type ExcludedOrder = Readonly<z.infer<typeof excludedOrderSchema>>;

/** A fix worked out for a frozen set of orders: the plan file. `cost` is API points, `estimateMs` the time to send them. */
export const planSchema = z.object({
  format: z.literal('unstuck-plan'),
  version: z.literal(1),
  id: z.string().min(1),
  createdAt: z.int(),
  fix: z.enum(FIX_KINDS),
  params: z.record(z.string(), z.string().nullable()),
  orders: z.array(plannedOrderSchema),
  writes: z.array(plannedWriteSchema),
  excluded: z.array(excludedOrderSchema),
  cost: z.number().min(0),
  estimateMs: z.number().min(0),
});
export type Plan = Readonly<z.infer<typeof planSchema>>;
