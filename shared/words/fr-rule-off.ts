import { assertNever } from '../domain/assert-never.ts';
import type { RuleOff } from '../domain/rule-off.ts';
import type { AddedRuleSettings } from '../domain/store.ts';
import { orderPart } from './fr-names.ts';
import type { Voice } from './voice.ts';

/** Which rule cannot run for a store, and why, in one French sentence. */
export function ruleOffInFrench({ errorType, because }: RuleOff, voice: Pick<Voice, 'errorType'>): string {
  const rule = voice.errorType(errorType);
  switch (because.code) {
    case 'no_countries':
      return `La règle ${rule} est inactive : la boutique n’a pas de liste des pays synchronisés.`;
    case 'no_link_route':
      return `La règle ${rule} est inactive : la boutique ne dit pas comment les liens produit sont écrits.`;
    case 'no_link_list':
      return `La règle ${rule} est inactive : importez la liste des liens produit, qui passe par le fichier de Bigblue.`;
    case 'no_platform_products':
      return `La règle ${rule} est inactive : les produits Bigblue, dont dépendent les liens par SKU, n’ont jamais été lus.`;
    case 'no_platform_word':
      return `La règle ${rule} est inactive : seul Bigblue sait ce qu’il a en stock ; connectez-le, ou importez sa liste d’erreurs.`;
    case 'no_setting':
      return `La règle ${rule} est inactive : ${SETTINGS[because.setting]} ; indiquez-le dans les réglages de la boutique.`;
    case 'withheld':
      return `La règle ${rule} est inactive : ces commandes arrivent sans ceci : ${because.parts.map(orderPart).join(', ')}.`;
    default:
      return assertNever(because);
  }
}

const SETTINGS: Readonly<Record<keyof AddedRuleSettings, string>> = {
  addressLineLimit: 'rien ne dit combien de caractères d’une ligne d’adresse les transporteurs impriment',
  shippingMethods: 'rien ne dit quelles méthodes de livraison sont associées chez Bigblue',
  pickupMethods: 'rien ne dit quelles méthodes livrent en point relais',
  taxIdCountries: 'rien ne dit quelles douanes demandent un numéro fiscal',
  duplicateMinutes: 'rien ne dit en combien de minutes deux commandes identiques font doublon',
};
