import { z } from 'zod';

/** What can move; the renderer's query keys start with one of these. */
export const TOPICS = [
  'stores',
  'board',
  'trend',
  'orders',
  'causes',
  'outbox',
  'runs',
  'history',
  'status',
] as const;
export type Topic = (typeof TOPICS)[number];

const changedSchema = z.object({
  type: z.literal('changed'),
  topic: z.enum(TOPICS),
  storeId: z.string().optional(),
  ids: z.array(z.int()).optional(),
});

/** `rate`: orders per second; `leftMs`: null while there is no telling. */
const progressSchema = z.object({
  type: z.literal('progress'),
  task: z.enum(['sync', 'drain', 'import']),
  /** waiting: the store prepares what will be read · reading: it is coming in */
  phase: z.enum(['waiting', 'reading']),
  storeId: z.string(),
  done: z.int(),
  total: z.int().nullable(),
  rate: z.number(),
  leftMs: z.number().nullable(),
});

export const engineEventSchema = z.discriminatedUnion('type', [changedSchema, progressSchema]);
export type EngineEvent = z.infer<typeof engineEventSchema>;
