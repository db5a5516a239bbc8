import { z } from 'zod';
import { ADDRESS_FIELDS } from './order.ts';
import { writeOpSchema } from './write.ts';

/** Why an undo leaves an order as it is, as data: `shared/words` tells it in each language. */
export const undoSkipSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('outcome_unknown') }),
  z.object({ code: z.literal('irreversible'), op: writeOpSchema }),
  z.object({ code: z.literal('synced_meanwhile') }),
  z.object({ code: z.literal('address_changed'), fields: z.array(z.enum(ADDRESS_FIELDS)) }),
  z.object({ code: z.literal('tag_off') }),
  z.object({ code: z.literal('tag_on') }),
]);
export type UndoSkip = Readonly<z.infer<typeof undoSkipSchema>>;
