import { z } from 'zod';
import { wireErrorSchema } from '../errors.ts';
import { demoMerchantsSchema } from './demo-merchants.ts';

/**
 * Messages between Electron's main process and the engine's, over the private channel that forking made. Order data
 * never takes this way: it goes over the message port that `serve` brings along, straight to the page.
 */
export const toEngineSchema = z.discriminatedUnion('type', [
  /**
   * First of all, once. `keychain` names the operating system's keychain that main can reach, null where there is none;
   * `demo`: open the demo workspace also where stores are connected; `own`: open `home` also where none is.
   */
  z.strictObject({
    type: z.literal('open'),
    home: z.string(),
    demo: z.boolean(),
    own: z.boolean(),
    keychain: z.string().nullable(),
  }),
  /** With a message port: answer the page at its other end. */
  z.strictObject({ type: z.literal('serve') }),
  /** The answer to a `secret.*` message; `refused`: the keychain did not give or take it. */
  z.strictObject({
    type: z.literal('secret'),
    id: z.int(),
    value: z.string().nullable(),
    refused: z.boolean(),
  }),
  /** The answer to `merchants.get`; null: they could not be started. */
  z.strictObject({ type: z.literal('merchants'), merchants: demoMerchantsSchema.nullable() }),
  /** End what is on its way, let the data directory go and exit. */
  z.strictObject({ type: z.literal('close') }),
]);
export type ToEngine = z.infer<typeof toEngineSchema>;

export const secretRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('secret.get'), id: z.int(), name: z.string() }),
  z.strictObject({ type: z.literal('secret.set'), id: z.int(), name: z.string(), value: z.string() }),
  z.strictObject({ type: z.literal('secret.delete'), id: z.int(), name: z.string() }),
]);
export type SecretRequest = z.infer<typeof secretRequestSchema>;

export const fromEngineSchema = z.discriminatedUnion('type', [
  /** Open, and taking ports. */
  z.strictObject({ type: z.literal('ready'), demo: z.boolean() }),
  /** Cannot open, for a reason that trying again will not change by itself; the process then exits. */
  z.strictObject({ type: z.literal('failed'), error: wireErrorSchema }),
  /** Asks for the demo merchants, which main keeps running for every life of the engine. */
  z.strictObject({ type: z.literal('merchants.get') }),
  ...secretRequestSchema.options,
]);
export type FromEngine = z.infer<typeof fromEngineSchema>;

/** What the process of the demo merchants says, once, when they answer. */
export const fromMerchantsSchema = z.strictObject({
  type: z.literal('merchants'),
  merchants: demoMerchantsSchema,
});
export type FromMerchants = z.infer<typeof fromMerchantsSchema>;
