import { z } from 'zod';
import { wireErrorSchema } from '../errors.ts';
import { engineEventSchema } from './events.ts';

/**
 * Messages between a page (or a command line) and the engine, the same over a WebSocket, a MessagePort and in process.
 * `method` and its payload are parsed a second time by the method's own schema.
 */
export const clientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), protocol: z.int() }),
  z.strictObject({ type: z.literal('call'), id: z.int(), method: z.string(), input: z.unknown() }),
  z.strictObject({ type: z.literal('cancel'), id: z.int() }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

export const engineMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), protocol: z.int(), version: z.string() }),
  z.object({ type: z.literal('result'), id: z.int(), output: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.int().nullable(), error: wireErrorSchema }),
  z.object({ type: z.literal('event'), event: engineEventSchema }),
]);
export type EngineMessage = z.infer<typeof engineMessageSchema>;
