import { type AddedErrorType, type EvidenceWords, firstOf } from './evidence-words.ts';
import { shortItems } from '../../shared/domain/short-items.ts';

const CHAMPS = {
  name: 'le nom',
  address1: 'la rue',
  city: 'la ville',
  provinceCode: 'l’État ou la province',
} as const;
const LIGNES = { company: 'Société', address1: 'Rue', address2: 'Rue, ligne 2' } as const;
const CONTACT = {
  country_code: 'son indicatif de pays n’existe pas',
  too_short: 'il est trop court',
  too_long: 'il est trop long',
  not_a_number: 'ce n’est pas un numéro',
  not_valid: 'il n’en existe pas de tel',
} as const;

/** Ce que disent les erreurs que le guide de Bigblue ne liste pas. */
export const frAddedEvidence: Pick<EvidenceWords, AddedErrorType> = {
  postal_code_invalid({ country, zip, territory, suggestion }, { format }) {
    const name = format.country(country);
    const from = {
      format: 'bien écrit, ce serait',
      earlier_order: 'une commande précédente du même client porte',
      same_city: 'une autre commande pour la même ville porte',
    };
    return {
      culprit: zip === '' ? name : `${zip}, ${name}`,
      detail: suggestion === null ? 'ce n’est pas un code de ce pays' : `${suggestion.zip} proposé`,
      sentence: `${zip === '' ? 'Le code postal' : `« ${zip} »`} n’est pas un code postal de ce pays (${name})${territory === null ? '' : ` : c’en est un de ${format.country(territory)}`}.${suggestion === null ? '' : ` Pour ce pays, ${from[suggestion.from]} ${suggestion.zip}.`}`,
    };
  },
  address_incomplete({ country, missing }, { format }) {
    const what = missing.map((field) => CHAMPS[field]);
    return {
      culprit: missing.length === 0 ? 'adresse' : `il manque ${format.list(what)}`,
      detail: format.country(country),
      sentence:
        missing.length === 0
          ? 'Selon Bigblue, l’adresse de livraison n’est pas complète.'
          : `Dans l’adresse de livraison (${format.country(country)}), il manque ${format.list(what)}.`,
    };
  },
  address_too_long({ limit, lines, split }, { format }) {
    const [first] = lines;
    const parts = lines.map(({ field, length }) => `${LIGNES[field]} : ${format.number(length)} caractères`);
    return {
      culprit: first?.text ?? 'ligne d’adresse',
      detail: first ? `${format.number(first.length)} caractères pour ${format.number(limit)}` : '',
      sentence: `${parts.length === 0 ? 'Une ligne de l’adresse est trop longue' : parts.join(' ; ')}. Les transporteurs impriment ${format.number(limit)} caractères par ligne. ${split === null ? 'Même sur deux lignes elle ne tient pas : raccourcissez-la.' : `Sur deux lignes elle tient : « ${split.address1} » et « ${split.address2} ».`}`,
    };
  },
  contact_invalid({ faults }) {
    const parts = faults.map(({ field, value, why, suggestion }) => {
      const what = field === 'phone' ? 'Le téléphone' : 'L’e-mail';
      const wrong = field === 'phone' ? CONTACT[why] : 'on ne peut pas y écrire';
      return `${what} « ${value} » n’est pas valide : ${wrong}${suggestion === null ? '' : ` ; c’est peut-être ${suggestion}`}`;
    });
    return {
      culprit: firstOf(faults.map(({ value }) => value)) || 'téléphone ou e-mail',
      detail: faults[0]?.suggestion ? `${faults[0].suggestion} proposé` : 'non valide',
      sentence:
        parts.length === 0
          ? 'Bigblue refuse le téléphone ou l’e-mail de la commande.'
          : `${parts.join('. ')}.`,
    };
  },
  shipping_method_unmapped({ method }) {
    return {
      culprit: method ?? 'sans méthode de livraison',
      detail: 'non associée chez Bigblue',
      sentence:
        method === null
          ? 'La méthode de livraison de la commande n’est associée à aucune de celles de Bigblue.'
          : `La méthode de livraison « ${method} » n’est associée à aucune de celles de Bigblue.`,
    };
  },
  pickup_point_missing({ method }) {
    return {
      culprit: method ?? 'point relais',
      detail: 'aucun point relais choisi',
      sentence:
        method === null
          ? 'La commande va en point relais et ne dit pas lequel.'
          : `« ${method} » livre en point relais, et la commande ne dit pas lequel.`,
    };
  },
  tax_id_missing({ country }, { format }) {
    return {
      culprit: format.country(country),
      detail: 'sans numéro fiscal',
      sentence: `La douane de ce pays (${format.country(country)}) demande le numéro fiscal de l’acheteur, et la commande n’en a pas.`,
    };
  },
  out_of_stock({ items }, { format }) {
    return {
      culprit: firstOf(items.map(({ title }) => title)) || 'stock',
      detail: 'attend du stock chez Bigblue',
      sentence:
        shortItems(items).length > 0
          ? `Bigblue en a moins que la commande n’en demande : ${format.list(shortItems(items).map(({ title, stock }) => `${title} (commandé : ${format.number(stock.ordered)}, disponible : ${format.number(stock.available)})`))}.`
          : `Bigblue a la commande, mais pas assez de stock${items.length === 0 ? '' : ` d’un de ces articles : ${format.list(items.map(({ title }) => title))}`}.`,
    };
  },
  duplicate_order({ of }, { format, now }) {
    return {
      culprit: of?.name ?? 'une autre commande',
      detail: of === null ? '' : format.moment(of.createdAt, now),
      sentence:
        of === null
          ? 'Bigblue la prend pour la copie d’une commande qu’elle a déjà.'
          : `Le même client a commandé la même chose à la même adresse dans ${of.name} (${format.moment(of.createdAt, now)}).`,
    };
  },
};
