import { assertNever } from '../domain/assert-never.ts';
import { clause, sentence } from '../domain/sentence.ts';
import type { WriteReason } from '../domain/write-reason.ts';
import type { WriteState } from '../domain/write.ts';
import { changedFieldInFrench } from './fr-change.ts';
import { failureInFrench } from './fr-failure.ts';
import { quoted, status } from './fr-names.ts';
import { troubleInFrench } from './fr-trouble.ts';
import { writeInFrench } from './fr-write.ts';
import type { Voice } from './voice.ts';

/** Why a write is where it is, in one French sentence; the store's own words stay as they are, in quotation marks. */
export function writeReasonInFrench(it: WriteReason, voice: Voice): string {
  switch (it.code) {
    case 'verbatim':
      return it.text;
    case 'refused':
      return `Refusé par Shopify : ${it.errors
        .map(({ message, code }) => `${quoted(clause(message))}${code === null ? '' : ` (${code})`}`)
        .join(', ')}.`;
    case 'order_gone':
      return 'La commande n’est plus dans Shopify.';
    case 'product_gone':
      return 'Le produit n’est plus dans Shopify.';
    case 'variant_gone':
      return 'La variante n’est plus dans Shopify.';
    case 'cannot_mark_as_paid':
      return 'Shopify ne permet pas de marquer la commande comme payée.';
    case 'schedule_gone':
      return 'La commande n’a plus cette échéance de paiement.';
    case 'schedule_completed':
      return 'L’échéance de paiement est réglée : il n’y a rien à rappeler.';
    case 'paid_by_now':
      return 'La commande est désormais payée : il n’y a rien à réclamer.';
    case 'uneditable':
      return it.words.length === 0
        ? 'Shopify ne permet pas de modifier la commande.'
        : `Shopify ne permet pas de modifier la commande : ${it.words.map((words) => quoted(clause(words))).join(', ')}.`;
    case 'address_hidden':
      return `Shopify cache ${it.field === null ? 'l’adresse' : `une partie de l’adresse (${voice.addressField(it.field)})`} à cette app, et l’écrire la ferait perdre : modifiez-la dans Shopify.`;
    case 'contact_hidden':
      return `Shopify cache ${it.field === 'email' ? 'l’e-mail' : 'le téléphone'} à cette app, et l’écrire pourrait effacer un changement d’une autre personne : modifiez-le dans Shopify.`;
    case 'no_address':
      return 'La commande n’a pas d’adresse de livraison à changer.';
    case 'foreign_link':
      return `Le champ méta ${it.metafield} de la variante contient autre chose qu’un lien de produit : corrigez-le dans Shopify.`;
    case 'fulfillment_status':
      return it.status === null
        ? 'Le traitement n’existe plus : seul un traitement effectué peut être annulé.'
        : `Le traitement est au statut ${quoted(status(it.status))} : seul un traitement effectué peut être annulé.`;
    case 'too_many_items':
      return 'La commande a plus de 100 articles : recréez-la dans Shopify.';
    case 'no_items':
      return 'La commande n’a plus d’article à recréer.';
    case 'copy_without_address':
      return 'La commande n’a pas d’adresse où envoyer la nouvelle.';
    case 'edit_not_begun':
      return 'Shopify n’a pas ouvert la modification de la commande.';
    case 'item_not_listed':
      return 'L’article n’est pas parmi les 100 premiers de la commande : modifiez-la dans Shopify.';
    case 'quantity_changed':
      return 'La quantité de l’article vient de changer.';
    case 'store_gone':
      return `La boutique ${it.store} n’est plus là : reconnectez-la, puis préparez de nouveau le correctif.`;

    case 'so_already':
      return 'C’était déjà le cas.';
    case 'changed_since':
      return `Changé par quelqu’un d’autre depuis la préparation : ${it.fields.map((field) => changedFieldInFrench(field, voice)).join(', ')}.`;
    case 'setting_changed':
      return 'Le réglage de la boutique a changé depuis la préparation.';
    case 'throttled':
      return 'La boutique limite les requêtes.';
    case 'trouble':
      return sentence(troubleInFrench(it.trouble));
    case 'failure':
      return failureInFrench(it.failure, voice);
    case 'unexpected':
      return 'Erreur inattendue ; le journal en dit plus.';

    case 'unknown_trouble':
      return `${NOBODY_KNOWS} : ${clause(troubleInFrench(it.trouble))}.`;
    case 'unknown_unexpected':
      return `${NOBODY_KNOWS} : erreur inattendue ; le journal en dit plus.`;
    case 'unknown_ended':
      return `${NOBODY_KNOWS} : Unstuck s’est arrêté avant la réponse.`;
    case 'bulk_ended':
      return `${NOBODY_KNOWS} : l’opération groupée dont elle faisait partie ${BULK_ENDS[it.how]}.`;
    case 'unreadable_trouble':
      return `${NOBODY_KNOWS}, et la relecture est impossible : ${clause(troubleInFrench(it.trouble))}.`;
    case 'unreadable_unexpected':
      return `${NOBODY_KNOWS}, et la relecture a échoué ; le journal en dit plus.`;
    case 'unproved':
      return 'La boutique a répondu sans erreur, mais sa réponse ne montre pas le changement.';
    case 'undecidable':
      return `Rien ne dit si l’écriture a pris effet : ${voice.decide}.`;
    case 'from_backup':
      return 'Ceci vient d’une sauvegarde : on relit d’abord si l’envoi a eu lieu depuis.';
    case 'took_effect':
      return 'Relu : l’écriture a pris effet.';
    case 'had_no_effect':
      return 'Relu : l’écriture n’a pas pris effet ; elle est renvoyée.';

    case 'cancelled':
      return `Annulé par ${it.by}.`;
    case 'cancelled_unknown':
      return `Annulé par ${it.by} alors qu’on ne savait pas si c’était envoyé.`;
    case 'run_undone':
      return `Annulé par ${it.by} : l’exécution a été annulée avant l’envoi de ${quoted(writeInFrench(it.op, voice))}.`;
    case 'store_removed':
      return 'Annulé : sa boutique a été déconnectée.';
    case 'kept_theirs':
      return 'L’état présent a été gardé.';
    case 'said_sent':
      return `${it.by} dit que c’est envoyé.`;
    case 'said_not_sent':
      return `${it.by} dit que ce n’est pas envoyé et n’a pas à l’être.`;
    case 'said_done':
      return `${it.by} dit que c’est fait.`;
    case 'said_not_done':
      return `${it.by} dit que ce ne sera pas fait.`;

    case 'waits_for':
      return `Attend ${quoted(writeInFrench(it.op, voice))} (écriture ${it.write}), qui est ${STATES[it.state]}.`;
    case 'to_do':
      return voice.toDo(writeInFrench(it.op, voice));
    case 'run_paused':
      return 'Son exécution est suspendue.';
    case 'run_scheduled':
      return `Son exécution commence ${voice.moment(it.at)}.`;
    case 'run_stopped':
      return 'Son exécution s’est arrêtée : trop de commandes d’une étape ont échoué. Poursuivez-la, ou annulez le reste.';
    case 'run_staged':
      return 'Son tour viendra quand les commandes essayées d’abord seront traitées.';
    case 'lost_dependency':
      return `Dépend de ${quoted(writeInFrench(it.op, voice))} (écriture ${it.write}), qui a été ${it.ended === 'rejected' ? 'refusée' : 'annulée'}. ${it.because === null ? '' : writeReasonInFrench(it.because, voice)}`.trim();
    case 'in_vain':
      return `Essayé ${it.attempts} fois sans effet. Le dernier essai : ${it.last === null ? 'aucune réponse.' : writeReasonInFrench(it.last, voice)}`;
    default:
      return assertNever(it);
  }
}

const NOBODY_KNOWS = 'On ne sait pas si l’écriture a pris effet';

const STATES: Readonly<Record<WriteState, string>> = {
  queued: 'en file',
  sending: 'en cours d’envoi',
  applied: 'faite',
  retry_wait: 'en attente d’un nouvel essai',
  unknown: 'd’issue inconnue',
  conflict: 'en conflit',
  rejected: 'refusée',
  blocked_auth: 'bloquée jusqu’à la reconnexion de la boutique',
  cancelled: 'annulée',
};

const BULK_ENDS = {
  unanswered: 's’est terminée sans rien en dire',
  failed: 'a échoué',
  denied: 's’est vu refuser l’accès',
  canceled: 'a été annulée',
  expired: 'a trop duré et a expiré',
  gone: 'n’est plus connue de la boutique',
} as const;
