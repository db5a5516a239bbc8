import { assertNever } from '../domain/assert-never.ts';
import type { UndoSkip } from '../domain/undo-skip.ts';
import { writeInEnglish } from './en-write.ts';
import type { Voice } from './voice.ts';

/** Why an undo leaves an order as it is, in one English sentence. */
export function undoSkipInEnglish(it: UndoSkip, voice: Voice): string {
  switch (it.code) {
    case 'outcome_unknown':
      return 'Nobody knows yet whether it took effect: resolve it in the outbox, then undo again.';
    case 'irreversible':
      return `Nothing undoes it: ${writeInEnglish(it.op, voice)}.`;
    case 'synced_meanwhile':
      return 'The platform has taken it in meanwhile.';
    case 'address_changed':
      return `Somebody has changed its address since: ${it.fields.map(voice.addressField).join(', ')}.`;
    case 'tag_off':
      return 'The tag is off again already.';
    case 'tag_on':
      return 'The tag is on again already.';
    default:
      return assertNever(it);
  }
}
