import { z } from 'zod';
import { dateTime } from './scalars.ts';

const rawEvent = z.object({
  id: z.string(),
  createdAt: dateTime,
  action: z.string(),
  message: z.string(),
  appTitle: z.string().nullable(),
  attributeToApp: z.boolean(),
  attributeToUser: z.boolean(),
});
export type RawEvent = z.output<typeof rawEvent>;

/** Newest first; empty for an order that is gone. */
export const orderEventsAnswer = z
  .object({ order: z.object({ events: z.object({ nodes: z.array(rawEvent) }) }).nullable() })
  .transform(({ order }) => order?.events.nodes ?? []);
export type RawEvents = z.output<typeof orderEventsAnswer>;
