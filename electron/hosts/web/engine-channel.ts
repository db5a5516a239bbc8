import { z } from 'zod';
import { demoMerchantsSchema } from '../../../shared/contract/demo-merchants.ts';
import { wireErrorSchema } from '../../../shared/errors.ts';

/** Hashes of the tokens and sessions that browsers hold; they outlive an engine, or a crash would lock the page out. */
const sessionStateSchema = z.strictObject({ tokens: z.array(z.string()), sessions: z.array(z.string()) });
export type SessionState = z.infer<typeof sessionStateSchema>;

/** Messages of the web host to the process of its engine, over the channel that forking made. */
export const toWebEngineSchema = z.discriminatedUnion('type', [
  /** First of all, once. `port` 0: any free one; after a crash the one that the page knows. */
  z.strictObject({
    type: z.literal('open'),
    home: z.string(),
    demo: z.boolean(),
    own: z.boolean(),
    port: z.int(),
    sessions: sessionStateSchema,
  }),
  /** The answer to `merchants.get`; null: they could not be started. */
  z.strictObject({ type: z.literal('merchants'), merchants: demoMerchantsSchema.nullable() }),
  /** End what is on its way, let the data directory go and exit. */
  z.strictObject({ type: z.literal('close') }),
]);
export type ToWebEngine = z.infer<typeof toWebEngineSchema>;

export const fromWebEngineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), url: z.string(), port: z.int(), demo: z.boolean() }),
  z.strictObject({ type: z.literal('sessions'), state: sessionStateSchema }),
  z.strictObject({ type: z.literal('merchants.get') }),
  /** Cannot open, for a reason that trying again will not change by itself; the process then exits. */
  z.strictObject({ type: z.literal('failed'), error: wireErrorSchema }),
]);
export type FromWebEngine = z.infer<typeof fromWebEngineSchema>;
