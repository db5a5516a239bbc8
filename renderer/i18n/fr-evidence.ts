import { frAddedEvidence } from './fr-added-evidence.ts';
import { firstOf, type EvidenceWords } from './evidence-words.ts';

const MOTIFS: Readonly<Record<string, string>> = {
  CUSTOMER: 'le client a changé d’avis',
  DECLINED: 'paiement refusé',
  FRAUD: 'fraude',
  INVENTORY: 'rupture de stock',
  STAFF: 'erreur de l’équipe',
  OTHER: 'autre motif',
};

const PAIEMENT: Readonly<Record<string, string>> = {
  PENDING: 'paiement en attente',
  AUTHORIZED: 'autorisé, non capturé',
  PARTIALLY_PAID: 'payé en partie',
  EXPIRED: 'autorisation expirée',
  VOIDED: 'paiement annulé',
};

const majuscule = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sku = (item: { readonly sku: string | null }): string =>
  item.sku === null ? '' : ` (SKU ${item.sku})`;

export const frEvidence: EvidenceWords = {
  order_cancelled({ cancelledAt, reason }, { format, now }) {
    const why = reason === null ? null : (MOTIFS[reason] ?? reason.toLowerCase());
    const when = cancelledAt === null ? null : format.moment(cancelledAt, now);
    const known = [when, why].filter((part) => part !== null).join(', ');
    return {
      culprit: 'annulée',
      detail: [when ?? 'date inconnue', why].filter((part) => part !== null).join(', '),
      sentence: `Annulée dans Shopify${known === '' ? '' : ` (${known})`} avant que Bigblue ne la reçoive.`,
    };
  },
  order_already_fulfilled({ fulfillments }, { format, now }) {
    const by = [...new Set(fulfillments.map((one) => one.by ?? 'à la main'))];
    const last = fulfillments.at(-1);
    const when = last ? format.moment(last.createdAt, now) : '';
    return {
      culprit: by.length === 0 ? 'traitée' : format.list(by),
      detail: when,
      sentence: last
        ? `Marquée comme traitée dans Shopify (${when}, ${format.list(by)}), alors que Bigblue ne l’a jamais eue.`
        : 'Marquée comme traitée dans Shopify, alors que Bigblue ne l’a jamais eue.',
    };
  },
  ignored_by_tag({ tag, taggedBy, taggedByKind, taggedAt }, { format, now }) {
    const when = taggedAt === null ? null : format.moment(taggedAt, now);
    const who = taggedBy === null ? null : `${taggedByKind === 'app' ? 'l’application ' : ''}${taggedBy}`;
    return {
      culprit: tag,
      detail: [taggedBy ?? 'auteur inconnu', when].filter((part) => part !== null).join(', '),
      sentence:
        who === null
          ? `La commande porte le tag ${tag} ; on ne sait pas qui l’a ajouté.`
          : `Le tag ${tag} a été ajouté par ${who}${when === null ? '' : ` (${when})`}.`,
    };
  },
  payment_pending({ status, terms, buyer, gateways, since }, { format, now }) {
    const what = PAIEMENT[status] ?? status.toLowerCase();
    const who = buyer === 'b2b' ? 'B2B' : 'B2C';
    const via = gateways.length === 0 ? null : format.list(gateways);
    return {
      culprit: what,
      detail: [who, terms, via].filter((part) => part !== null).join(' · '),
      sentence: `${majuscule(what)} depuis ${format.age(since, now)} ; commande ${who}${terms === null ? '' : ` avec les conditions de paiement « ${terms} »`}${via === null ? '' : `, à régler par ${via}`}.`,
    };
  },
  awaiting_global_e_approval({ tags, since }, { format, now }) {
    return {
      culprit: 'sans Globale::Approved',
      detail: tags.join(', '),
      sentence: `Commande Global-e sans le tag Globale::Approved, en attente depuis ${format.age(since, now)}.`,
    };
  },
  destination_not_whitelisted({ country, list }, { format }) {
    const name = format.country(country);
    return {
      culprit: name,
      detail: list === 'deny' ? 'exclu de la synchronisation' : 'hors de la liste des pays synchronisés',
      sentence:
        list === 'deny'
          ? `Destination ${name} : ce pays est exclu de la synchronisation dans les réglages de la boutique.`
          : `Destination ${name} : ce pays n’est pas dans la liste des pays synchronisés de la boutique.`,
    };
  },
  no_shippable_product({ items, shippingMethod, addressMissing }) {
    const why = {
      not_physical: 'pas un produit physique',
      ignored_product: 'produit tagué bigblue-ignore',
      stale_order: 'sans expédition au moment de la commande',
    };
    const first = items[0];
    const parts = items.map((item) => `${item.title}${sku(item)} : ${why[item.why]}`);
    const rest = [
      shippingMethod === null ? 'pas de méthode de livraison' : null,
      addressMissing ? 'pas d’adresse de livraison' : null,
    ];
    return {
      culprit: firstOf(items.map(({ title }) => title)),
      detail: first ? why[first.why] : 'rien à expédier',
      sentence: `Rien dans la commande ne peut être expédié. ${[...parts, ...rest]
        .filter((part) => part !== null)
        .map(majuscule)
        .join(' ; ')}.`,
    };
  },
  product_not_found({ items }) {
    const names = items.map((item) => `« ${item.title} »${sku(item)}`);
    return {
      culprit: firstOf(items.map(({ title }) => title)),
      detail: items[0]?.sku ?? 'sans SKU',
      sentence:
        names.length === 1
          ? `${names.join('')} n’existe plus dans Shopify, ou est un article personnalisé : Bigblue ne le trouve pas.`
          : `${names.join(', ')} n’existent plus dans Shopify, ou sont des articles personnalisés : Bigblue ne les trouve pas.`,
    };
  },
  product_not_linked({ items }) {
    const state = { missing: 'non lié', inactive: 'lien inactif' };
    const parts = items.map((item) => {
      const [suggestion] = item.suggestions;
      const hint =
        suggestion === undefined
          ? ''
          : ` ; ${suggestion.name} (${suggestion.product}) a le même ${suggestion.by === 'sku' ? 'SKU' : 'code-barres'}`;
      return item.link === 'inactive'
        ? `« ${item.title} »${sku(item)} est lié${item.linkedTo === null ? '' : ` à ${item.linkedTo}`}, mais le lien n’est pas actif`
        : `« ${item.title} »${sku(item)} n’est lié à aucun produit Bigblue${hint}`;
    });
    return {
      culprit: firstOf(items.map(({ title }) => title)),
      detail: items[0] ? [state[items[0].link], items[0].sku].filter((part) => part !== null).join(', ') : '',
      sentence: `${parts.join('. ')}.`,
    };
  },
  postal_code_missing({ country, city, suggestion }, { format }) {
    const where = [city, format.country(country)].filter((part) => part !== null).join(', ');
    const from = {
      earlier_order: 'une commande précédente du même client',
      same_city: 'une autre commande pour la même ville',
    };
    return {
      culprit: where,
      detail: suggestion === null ? 'sans code postal' : `sans code postal, ${suggestion.zip} proposé`,
      sentence: `L’adresse de livraison (${where}) n’a pas de code postal, obligatoire pour ce pays.${suggestion === null ? '' : ` ${suggestion.zip} figure dans ${from[suggestion.from]} (${suggestion.order}).`}`,
    };
  },
  ...frAddedEvidence,
  unknown({ message }) {
    return {
      culprit: 'aucune cause trouvée',
      detail: message ?? '',
      sentence:
        message === null
          ? 'Bigblue ne connaît pas la commande, et rien en elle ne dit pourquoi.'
          : 'Bigblue refuse la commande avec un message qu’Unstuck ne connaît pas.',
    };
  },
};
