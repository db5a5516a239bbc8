import { assertNever } from '../domain/assert-never.ts';
import { sentence } from '../domain/sentence.ts';
import type { WriteReason } from '../domain/write-reason.ts';
import type { WriteState } from '../domain/write.ts';
import { changedFieldInEnglish } from './en-change.ts';
import { failureInEnglish } from './en-failure.ts';
import { troubleInEnglish } from './en-trouble.ts';
import { writeInEnglish } from './en-write.ts';
import type { Voice } from './voice.ts';

/** Why a write is where it is, in one English sentence, or in the store's own words. */
export function writeReasonInEnglish(it: WriteReason, voice: Voice): string {
  switch (it.code) {
    case 'verbatim':
      return it.text;
    case 'refused':
      return it.errors
        .map(({ message, code }) => (code === null ? message : `${message} (${code})`))
        .join(' ');
    case 'order_gone':
      return 'The order is no longer in Shopify.';
    case 'product_gone':
      return 'The product is no longer in Shopify.';
    case 'variant_gone':
      return 'The variant is no longer in Shopify.';
    case 'cannot_mark_as_paid':
      return 'Shopify does not let the order be marked as paid.';
    case 'schedule_gone':
      return 'The order no longer has this payment schedule.';
    case 'schedule_completed':
      return 'The payment schedule is completed: there is nothing to remind of.';
    case 'paid_by_now':
      return 'The order is paid by now: there is nothing to ask for.';
    case 'uneditable':
      return `Shopify does not let the order be edited. ${it.words.join(' ')}`.trim();
    case 'address_hidden':
      return `Shopify hides part of the address from this app (${it.field === null ? 'all of it' : voice.addressField(it.field)}), and writing the address would lose it: edit it in Shopify.`;
    case 'contact_hidden':
      return `Shopify hides the ${it.field === 'email' ? 'e-mail address' : 'phone number'} from this app, so a change of somebody else’s could be lost: edit it in Shopify.`;
    case 'no_address':
      return 'The order has no shipping address that could be changed.';
    case 'foreign_link':
      return `The variant’s metafield ${it.metafield} holds something that is no product link: correct it in Shopify.`;
    case 'fulfillment_status':
      return `The fulfilment ${it.status === null ? 'is no longer there' : `has the status ${it.status}`}: only a successful one can be cancelled.`;
    case 'too_many_items':
      return 'The order has more than 100 items: recreate it in Shopify.';
    case 'no_items':
      return 'The order has no item left to recreate.';
    case 'copy_without_address':
      return 'The order has no shipping address that a new one could be sent to.';
    case 'edit_not_begun':
      return 'Shopify did not begin an order edit.';
    case 'item_not_listed':
      return 'The item is not among the first 100 of the order: edit it in Shopify.';
    case 'quantity_changed':
      return 'The item’s quantity has just changed.';
    case 'store_gone':
      return `There is no store ${it.store} any more: add it again, then plan anew.`;

    case 'so_already':
      return 'It was so already.';
    case 'changed_since':
      return `Changed by somebody else since it was planned: ${it.fields.map((field) => changedFieldInEnglish(field, voice)).join(', ')}.`;
    case 'setting_changed':
      return 'The store’s setting was changed since this was planned.';
    case 'throttled':
      return 'The store throttles requests.';
    case 'trouble':
      return sentence(troubleInEnglish(it.trouble));
    case 'failure':
      return failureInEnglish(it.failure, voice);
    case 'unexpected':
      return 'Unexpected failure; the log says more.';

    case 'unknown_trouble':
      return `${NOBODY_KNOWS}: ${sentence(troubleInEnglish(it.trouble))}`;
    case 'unknown_unexpected':
      return `${NOBODY_KNOWS}: unexpected failure; the log says more.`;
    case 'unknown_ended':
      return `${NOBODY_KNOWS}: Unstuck ended before the answer came.`;
    case 'bulk_ended':
      return `${NOBODY_KNOWS}: the bulk operation that it was part of ${BULK_ENDS[it.how]}.`;
    case 'unreadable_trouble':
      return `${NOBODY_KNOWS}, and it cannot be read back: ${sentence(troubleInEnglish(it.trouble))}`;
    case 'unreadable_unexpected':
      return `${NOBODY_KNOWS}, and reading it back failed; the log says more.`;
    case 'unproved':
      return 'The store answered without an error, but its answer does not show the change.';
    case 'undecidable':
      return `Nothing tells whether it took effect: ${voice.decide}.`;
    case 'from_backup':
      return 'This comes from a backup: whether it was sent since is read back first.';
    case 'took_effect':
      return 'Read back: it took effect.';
    case 'had_no_effect':
      return 'Read back: it had no effect; it is sent again.';

    case 'cancelled':
      return `Cancelled by ${it.by}.`;
    case 'cancelled_unknown':
      return `Cancelled while nobody knew whether it had been sent by ${it.by}.`;
    case 'run_undone':
      return `Cancelled by ${it.by}: the run was undone before “${writeInEnglish(it.op, voice)}” was sent.`;
    case 'store_removed':
      return 'Cancelled: its store was removed.';
    case 'kept_theirs':
      return 'Kept theirs.';
    case 'said_sent':
      return `${it.by} says that it was sent.`;
    case 'said_not_sent':
      return `${it.by} says that it was not sent and need not be.`;
    case 'said_done':
      return `${it.by} says that it is done.`;
    case 'said_not_done':
      return `${it.by} says that it will not be done.`;

    case 'waits_for':
      return `Waits for “${writeInEnglish(it.op, voice)}” (write ${it.write}), which is ${STATES[it.state]}.`;
    case 'to_do':
      return voice.toDo(writeInEnglish(it.op, voice));
    case 'run_paused':
      return 'Its run is paused.';
    case 'run_scheduled':
      return `Its run starts ${voice.moment(it.at)}.`;
    case 'run_stopped':
      return 'Its run has stopped: too many orders of a stage failed. Let it go on, or cancel the rest.';
    case 'run_staged':
      return 'Its turn comes when the orders that are tried first have come to their end.';
    case 'lost_dependency':
      return `It depends on “${writeInEnglish(it.op, voice)}” (write ${it.write}), which was ${it.ended}${it.because === null ? '' : `: ${writeReasonInEnglish(it.because, voice)}`}`;
    case 'in_vain':
      return `Tried ${it.attempts} times without effect; the last time: ${it.last === null ? 'no answer.' : writeReasonInEnglish(it.last, voice)}`;
    default:
      return assertNever(it);
  }
}

const NOBODY_KNOWS = 'Nobody knows whether it took effect';

const STATES: Readonly<Record<WriteState, string>> = {
  queued: 'queued',
  sending: 'sending',
  applied: 'applied',
  retry_wait: 'waiting to be sent again',
  unknown: 'not known to have taken effect',
  conflict: 'in conflict',
  rejected: 'rejected',
  blocked_auth: 'blocked until the store is connected again',
  cancelled: 'cancelled',
};

const BULK_ENDS = {
  unanswered: 'ended without a word about it',
  failed: 'failed',
  denied: 'was refused access',
  canceled: 'was cancelled',
  expired: 'took too long and expired',
  gone: 'is no longer known to the store',
} as const;
