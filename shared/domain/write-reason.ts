import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { changedFieldSchema } from './field-change.ts';
import { ADDRESS_FIELDS } from './order.ts';
import { troubleSchema } from './trouble.ts';
import { WRITE_STATES, writeOpSchema } from './write.ts';

/** Who decided: the agent. */
const by = z.string();

const plainReasons = [
  /** Text without a code: of a journal that another version wrote. */
  z.object({ code: z.literal('verbatim'), text: z.string() }),

  /** userErrors, as the store worded them. */
  z.object({
    code: z.literal('refused'),
    errors: z.array(z.object({ message: z.string(), code: z.string().nullable() })),
  }),
  z.object({ code: z.literal('order_gone') }),
  z.object({ code: z.literal('product_gone') }),
  z.object({ code: z.literal('variant_gone') }),
  z.object({ code: z.literal('cannot_mark_as_paid') }),
  z.object({ code: z.literal('schedule_gone') }),
  z.object({ code: z.literal('schedule_completed') }),
  z.object({ code: z.literal('paid_by_now') }),
  z.object({ code: z.literal('uneditable'), words: z.array(z.string()) }),
  /** null: all of it. */
  z.object({ code: z.literal('address_hidden'), field: z.enum(ADDRESS_FIELDS).nullable() }),
  z.object({ code: z.literal('contact_hidden'), field: z.enum(['email', 'phone']) }),
  z.object({ code: z.literal('no_address') }),
  z.object({ code: z.literal('foreign_link'), metafield: z.string() }),
  /** null: it is no longer there. */
  z.object({ code: z.literal('fulfillment_status'), status: z.string().nullable() }),
  z.object({ code: z.literal('too_many_items') }),
  z.object({ code: z.literal('no_items') }),
  z.object({ code: z.literal('copy_without_address') }),
  z.object({ code: z.literal('edit_not_begun') }),
  z.object({ code: z.literal('item_not_listed') }),
  z.object({ code: z.literal('quantity_changed') }),
  z.object({ code: z.literal('store_gone'), store: z.string() }),

  z.object({ code: z.literal('so_already') }),
  z.object({ code: z.literal('changed_since'), fields: z.array(changedFieldSchema) }),
  z.object({ code: z.literal('setting_changed') }),
  z.object({ code: z.literal('throttled') }),
  z.object({ code: z.literal('trouble'), trouble: troubleSchema }),
  z.object({ code: z.literal('failure'), failure: failureSchema }),
  z.object({ code: z.literal('unexpected') }),

  z.object({ code: z.literal('unknown_trouble'), trouble: troubleSchema }),
  z.object({ code: z.literal('unknown_unexpected') }),
  z.object({ code: z.literal('unknown_ended') }),
  /** Its bulk operation ended without a line about it, or is no longer known. */
  z.object({
    code: z.literal('bulk_ended'),
    how: z.enum(['unanswered', 'failed', 'denied', 'canceled', 'expired', 'gone']),
  }),
  z.object({ code: z.literal('unreadable_trouble'), trouble: troubleSchema }),
  z.object({ code: z.literal('unreadable_unexpected') }),
  z.object({ code: z.literal('unproved') }),
  z.object({ code: z.literal('undecidable') }),
  z.object({ code: z.literal('from_backup') }),
  z.object({ code: z.literal('took_effect') }),
  z.object({ code: z.literal('had_no_effect') }),

  z.object({ code: z.literal('cancelled'), by }),
  z.object({ code: z.literal('cancelled_unknown'), by }),
  z.object({ code: z.literal('run_undone'), by, op: writeOpSchema }),
  z.object({ code: z.literal('store_removed') }),
  z.object({ code: z.literal('kept_theirs') }),
  z.object({ code: z.literal('said_sent'), by }),
  z.object({ code: z.literal('said_not_sent'), by }),
  z.object({ code: z.literal('said_done'), by }),
  z.object({ code: z.literal('said_not_done'), by }),

  z.object({
    code: z.literal('waits_for'),
    op: writeOpSchema,
    write: z.int(),
    state: z.enum(WRITE_STATES),
  }),
  z.object({ code: z.literal('to_do'), op: writeOpSchema }),
  /** Its run is held back. `at`: when it starts, UTC ms. */
  z.object({ code: z.literal('run_paused') }),
  z.object({ code: z.literal('run_scheduled'), at: z.int() }),
  z.object({ code: z.literal('run_stopped') }),
  z.object({ code: z.literal('run_staged') }),
] as const;
const plainReasonSchema = z.discriminatedUnion('code', plainReasons);

/** Why a write is where it is, as data: `shared/words` tells it in each language. */
export const writeReasonSchema = z.discriminatedUnion('code', [
  ...plainReasons,
  /** What it waited for ended without effect. */
  z.object({
    code: z.literal('lost_dependency'),
    op: writeOpSchema,
    write: z.int(),
    ended: z.enum(['rejected', 'cancelled']),
    because: plainReasonSchema.nullable(),
  }),
  /** Sent so often that it is given up. */
  z.object({ code: z.literal('in_vain'), attempts: z.int(), last: plainReasonSchema.nullable() }),
]);
export type WriteReason = Readonly<z.infer<typeof writeReasonSchema>>;
export type PlainReason = Readonly<z.infer<typeof plainReasonSchema>>;
