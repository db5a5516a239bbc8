import { z } from 'zod';
import { planSchema } from '../../../../shared/domain/plan.ts';
import { WRITE_STATES } from '../../../../shared/domain/write.ts';

const writes = z.array(z.int());

const taskSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('commit'), plan: planSchema }),
  z.object({ do: z.literal('undo'), run: z.string() }),
  z.object({ do: z.literal('resolve'), writes, choice: z.enum(['mine', 'theirs']) }),
  z.object({ do: z.literal('retry'), writes }),
  z.object({ do: z.literal('cancel'), writes }),
]);
/** One thing that the agent does before everything is sent. */
export type Task = z.infer<typeof taskSchema>;

/** What a doomed process is told to do, and where to die. */
export const errandSchema = z.object({
  home: z.string(),
  secrets: z.record(z.string(), z.string()),
  /** Its clock shows `epoch` at the wall's `since` (UTC ms) and runs `haste` times as fast. */
  clock: z.object({ epoch: z.number(), since: z.number(), haste: z.number() }),
  tasks: z.array(taskSchema),
  /** Dies the `nth` time that it gets to `point`; null: somebody else kills it. Once all is done it dies anyway. */
  doom: z.object({ point: z.string(), nth: z.int().positive() }).nullable(),
});
export type Errand = z.infer<typeof errandSchema>;

const openWriteSchema = z.object({
  id: z.int(),
  state: z.enum(WRITE_STATES),
  op: z.string(),
  entity: z.string(),
  undecidable: z.boolean(),
});
/** A write that only the agent can bring further. */
export type OpenWrite = z.infer<typeof openWriteSchema>;

/** What a doomed process says while it lives. */
export const reportSchema = z.discriminatedUnion('at', [
  /** Its code is loaded; it waits for its errand. */
  z.object({ at: z.literal('warm') }),
  z.object({ at: z.literal('opened'), open: z.array(openWriteSchema) }),
  z.object({ at: z.literal('committed'), plan: z.string(), run: z.string() }),
  /** Nothing moves any more. */
  z.object({ at: z.literal('rest') }),
]);
export type Report = z.infer<typeof reportSchema>;
