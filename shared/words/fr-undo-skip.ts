import { assertNever } from '../domain/assert-never.ts';
import type { UndoSkip } from '../domain/undo-skip.ts';
import { quoted } from './fr-names.ts';
import { writeInFrench } from './fr-write.ts';
import type { Voice } from './voice.ts';

/** Why an undo leaves an order as it is, in one French sentence. */
export function undoSkipInFrench(it: UndoSkip, voice: Voice): string {
  switch (it.code) {
    case 'outcome_unknown':
      return 'On ne sait pas encore si l’écriture a pris effet : décidez-le dans la file d’envoi, puis annulez de nouveau.';
    case 'irreversible':
      return `Rien ne défait ceci : ${quoted(writeInFrench(it.op, voice))}.`;
    case 'synced_meanwhile':
      return 'Bigblue l’a reçue entre-temps.';
    case 'address_changed':
      return `Quelqu’un a changé son adresse depuis : ${it.fields.map(voice.addressField).join(', ')}.`;
    case 'tag_off':
      return 'Le tag est déjà de nouveau retiré.';
    case 'tag_on':
      return 'Le tag est déjà de nouveau posé.';
    default:
      return assertNever(it);
  }
}
