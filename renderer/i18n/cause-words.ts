import { assertNever } from '../../shared/domain/assert-never.ts';
import { causeLabel, titleAndSku } from '../../shared/domain/cause-label.ts';
import { IGNORE_TAG } from '../../shared/domain/error-type.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { CauseSubject } from '../../shared/domain/root-cause.ts';
import type { Format } from './format.ts';
import { frenchSpaces } from './french-spaces.ts';

/** A root cause in a few words of the page's language: `Carafe (CAR-1) : non lié`. */
export function causeWords(subject: CauseSubject, language: Language, format: Format): string {
  return language === 'fr' ? told(subject, format) : causeLabel(subject);
}

const told = frenchSpaces(inFrench);

function inFrench(subject: CauseSubject, format: Format): string {
  switch (subject.kind) {
    case 'tagger':
      return subject.by === null ? 'Tagué, auteur inconnu' : `Tagué par ${subject.by}`;
    case 'fulfiller':
      return subject.by === null ? 'Traité à la main' : `Traité par ${subject.by}`;
    case 'payment_terms':
      return 'Conditions de paiement non synchronisées';
    case 'gateways':
      return subject.gateways.length === 0
        ? 'Non payé, sans moyen de paiement'
        : `Non payé par ${format.list(subject.gateways)}`;
    case 'country':
      return `${format.country(subject.country)} : pays non synchronisé`;
    case 'place':
      return `${where(subject, format)} : sans code postal`;
    case 'unshippable_item': {
      const why = {
        not_physical: ' n’est pas un produit physique',
        ignored_product: ` porte le tag produit ${IGNORE_TAG}`,
        stale_order: ' : sans expédition au moment de la commande',
      };
      return `${titleAndSku(subject)}${why[subject.why]}`;
    }
    case 'lost_product':
      return `${titleAndSku(subject)} n’existe plus dans Shopify`;
    case 'unlinked_variant':
      return `${titleAndSku(subject)}${subject.link === 'inactive' ? ' : lien inactif' : ' : non lié'}`;
    case 'address_fault': {
      const fault = {
        zip_format: 'codes postaux non valides',
        incomplete: 'adresses incomplètes',
        too_long: 'lignes d’adresse trop longues',
        contact: 'téléphones ou e-mails non valides',
        tax_id: 'numéro fiscal manquant',
      };
      return `${format.country(subject.country)} : ${fault[subject.fault]}`;
    }
    case 'territory':
      return `${format.country(subject.territory)}, saisi comme ${format.country(subject.country)}`;
    case 'shipping_method':
      return `${subject.method} : ${subject.fault === 'unmapped' ? 'méthode non associée' : 'sans point relais'}`;
    case 'short_item':
      return `${titleAndSku(subject)} : en rupture`;
    case 'message':
      return subject.message;
    default:
      return assertNever(subject);
  }
}

function where(
  { country, place }: { readonly country: string; readonly place: string | null },
  format: Format,
): string {
  return place === null ? format.country(country) : `${place}, ${format.country(country)}`;
}
