import { titleAndSku } from '../../../shared/domain/cause-label.ts';
import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import { COMMAND_LINE } from '../../../shared/words/command-line.ts';
import { addressField, orderPart, quoted, status } from '../../../shared/words/fr-names.ts';
import {
  ERROR_TYPES_IN_FRENCH,
  FIXES_IN_FRENCH,
  ORDER_STATES_IN_FRENCH,
  WRITE_STATES_IN_FRENCH,
} from '../../../shared/words/fr-terms.ts';
import type { Voice } from '../../../shared/words/voice.ts';
import { writeReasonInFrench } from '../../../shared/words/fr-write-reason.ts';
import { minute } from './minute.ts';
import type { ReportWords } from './report-words.ts';
import { shortItems } from '../../../shared/domain/short-items.ts';

/** A report is read away from the application: it calls things by their French names. */
const VOICE: Voice = {
  ...COMMAND_LINE,
  fix: (kind) => quoted(FIXES_IN_FRENCH[kind]),
  errorType: (type) => quoted(ERROR_TYPES_IN_FRENCH[type]),
  addressField,
  orderPart,
  decide: 'dites dans la file d’envoi si elle est partie, ou renvoyez-la',
  sendQueue: 'laissez partir la file d’envoi',
  moment: (at) => `${minute(at)} UTC`,
  toDo: (step) => `À faire chez Bigblue : ${step}.`,
};

export const FR_REPORT: ReportWords = {
  title: (from, to) => `Rapport d’incidents du ${minute(from)} au ${minute(to)} UTC`,
  made: (stores, at, agent) => `${stores}. Fait le ${minute(at)} UTC par ${agent}.`,
  holds:
    'Les commandes créées dans cette période qui sont bloquées, reportées ou écartées à présent, et toutes celles qu’un correctif de cette période a touchées.',
  totals: (stuck, value, handled, runs) =>
    `**${stuck} ${stuck > 1 ? 'commandes bloquées' : 'commande bloquée'}** (${value}), **${handled} ${handled > 1 ? 'prises en charge' : 'prise en charge'}** en ${runs} ${runs > 1 ? 'exécutions' : 'exécution'}.`,
  stuck: {
    title: 'Bloquées à présent, par type d’erreur',
    none: 'Rien de bloqué.',
    head: ['Type d’erreur', 'Commandes', 'Valeur', 'Plus ancienne'],
  },
  fixes: {
    title: 'Correctifs',
    none: 'Aucun correctif n’a été validé.',
    head: ['Quand', 'Correctif', 'Par', 'Commandes', 'Résultats'],
  },
  orders: {
    title: 'Commandes',
    none: 'Aucune.',
    head: ['Boutique', 'Commande', 'Créée', 'État', 'Pourquoi', 'Valeur', 'Fait'],
  },
  errorType: (type) => ERROR_TYPES_IN_FRENCH[type],
  fix: (kind) => FIXES_IN_FRENCH[kind],
  undoOf: (fix) => `annulation de ${quoted(fix)}`,
  orderState: (state) => ORDER_STATES_IN_FRENCH[state],
  writeState: (state) => WRITE_STATES_IN_FRENCH[state],
  evidence: evidenceSentence,
  reason: (reason) => writeReasonInFrench(reason, VOICE),
  someoneOfStaff: 'un membre de l’équipe',
  redacted: 'masqué',
};

const list = (parts: readonly string[]): string => [...new Set(parts)].join(', ');

function evidenceSentence({ type, evidence }: Diagnosis): string {
  switch (type) {
    case 'order_cancelled':
      return `Annulée ${evidence.cancelledAt === null ? 'à une date inconnue' : `le ${minute(evidence.cancelledAt)} UTC`}${evidence.reason === null ? '' : ` (${evidence.reason.toLowerCase()})`}.`;
    case 'order_already_fulfilled': {
      const by = list(evidence.fulfillments.map((fulfillment) => fulfillment.by ?? 'un service sans nom'));
      return `Déjà traitée${by === '' ? '' : ` par ${by}`}.`;
    }
    case 'ignored_by_tag':
      return `Porte le tag ${evidence.tag}, ajouté par ${evidence.taggedBy ?? 'un auteur inconnu'}${evidence.taggedAt === null ? '' : ` le ${minute(evidence.taggedAt)} UTC`}.`;
    case 'payment_pending':
      return `Paiement ${status(evidence.status)} (${evidence.buyer === 'b2b' ? 'B2B' : 'B2C'}${evidence.terms === null ? '' : `, ${evidence.terms}`}${evidence.gateways.length === 0 ? '' : `, ${list(evidence.gateways)}`}).`;
    case 'awaiting_global_e_approval':
      return 'Attend l’approbation de Global-e.';
    case 'destination_not_whitelisted':
      return `Les commandes vers ${evidence.country} ne se synchronisent pas pour cette boutique.`;
    case 'no_shippable_product':
      return `Aucun article n’est expédiable : ${list(evidence.items.map(({ title, why }) => `${title} (${WHY[why]})`))}.`;
    case 'product_not_found':
      return `N’existe plus dans la boutique, ou n’y a jamais existé : ${list(evidence.items.map(titleAndSku))}.`;
    case 'product_not_linked':
      return `${list(evidence.items.map((item) => `${titleAndSku(item)} : lien ${item.link === 'missing' ? 'absent' : 'inactif'}`))}.`;
    case 'postal_code_missing':
      return `Pas de code postal pour ${evidence.city ?? 'une ville sans nom'}, ${evidence.country}.`;
    case 'postal_code_invalid':
      return `${evidence.zip === '' ? 'Le code postal' : quoted(evidence.zip)} n’est pas un code postal de ce pays (${evidence.country})${evidence.territory === null ? '' : `, mais de ${evidence.territory}`}.`;
    case 'address_incomplete':
      return `Dans l’adresse (${evidence.country}), il manque ${list(evidence.missing.map((field) => FIELDS[field])) || 'quelque chose'}.`;
    case 'address_too_long':
      return `Plus de ${evidence.limit} caractères : ${list(evidence.lines.map(({ text, length }) => `${quoted(text)} (${length})`)) || 'une ligne de l’adresse'}.`;
    case 'contact_invalid':
      return `Non valide : ${list(evidence.faults.map(({ field, value }) => `${field === 'phone' ? 'téléphone' : 'e-mail'} ${quoted(value)}`)) || 'téléphone ou e-mail'}.`;
    case 'shipping_method_unmapped':
      return `La méthode de livraison ${evidence.method === null ? 'de la commande' : quoted(evidence.method)} n’est pas associée chez Bigblue.`;
    case 'pickup_point_missing':
      return `Aucun point relais choisi${evidence.method === null ? '' : ` pour ${quoted(evidence.method)}`}.`;
    case 'tax_id_missing':
      return `Pas de numéro fiscal pour une commande vers ${evidence.country}.`;
    case 'out_of_stock':
      if (shortItems(evidence.items).length > 0)
        return `Bigblue en a moins que la commande n’en demande : ${list(shortItems(evidence.items).map((item) => `${titleAndSku(item)} (commandé : ${item.stock.ordered}, disponible : ${item.stock.available})`))}.`;
      return `Bigblue attend du stock${evidence.items.length === 0 ? '' : ` d’un de ces articles : ${list(evidence.items.map(titleAndSku))}`}.`;
    case 'duplicate_order':
      return evidence.of === null
        ? 'Bigblue la prend pour la copie d’une autre commande.'
        : `Répète ${evidence.of.name} du ${minute(evidence.of.createdAt)} UTC.`;
    case 'unknown':
      return evidence.message === null
        ? 'Aucune cause trouvée.'
        : `Bigblue répond ${quoted(evidence.message)}.`;
  }
}

const FIELDS = {
  name: 'le nom',
  address1: 'la rue',
  city: 'la ville',
  provinceCode: 'la province',
} as const;

const WHY = {
  not_physical: 'produit non physique',
  ignored_product: 'produit tagué bigblue-ignore',
  stale_order: 'non physique au moment de la commande',
} as const;
