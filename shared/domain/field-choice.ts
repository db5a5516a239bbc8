import { z } from 'zod';
import type { WriteOpName } from './write.ts';

/** What the agent wants of one field in conflict: the fix's value, the one that is there, or another. */
export const fieldChoiceSchema = z.union([
  z.enum(['mine', 'theirs']),
  z.strictObject({ value: z.string().max(500) }),
]);
export type FieldChoice = z.infer<typeof fieldChoiceSchema>;

/** Writes of whose fields another value can be given; the others are one way or the other. */
export const EDITABLE_WRITES: ReadonlySet<WriteOpName> = new Set([
  'order_address_set',
  'order_contact_set',
  'variant_link_set',
  'variant_sku_set',
]);
