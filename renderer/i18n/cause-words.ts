import type { CauseRow } from '../../shared/contract/rows.ts';
import type { Format } from './format.ts';

export type Lang = 'en' | 'fr';

/** How the engine's English label of a cause ends, and how French says the same of its subject. */
const FRENCH: Partial<
  Record<CauseRow['errorType'], readonly (readonly [pattern: RegExp, say: (subject: string) => string])[]>
> = {
  product_not_linked: [
    [/^(.*) has an inactive link$/, (subject) => `${subject} : lien inactif`],
    [/^(.*) is not linked$/, (subject) => `${subject} n’est pas lié`],
  ],
  product_not_found: [
    [/^(.*) no longer exists in Shopify$/, (subject) => `${subject} n’existe plus dans Shopify`],
  ],
  no_shippable_product: [
    [/^(.*) is not a physical product$/, (subject) => `${subject} n’est pas un produit physique`],
    [/^(.*) has the product tag (?:\S+)$/, (subject) => `${subject} porte le tag produit bigblue-ignore`],
    [
      /^(.*) needed no shipping when ordered$/,
      (subject) => `${subject} : sans expédition au moment de la commande`,
    ],
  ],
  ignored_by_tag: [
    [/^Tagged by: not known$/, () => 'Tagué, auteur inconnu'],
    [/^Tagged by (.*)$/, (subject) => `Tagué par ${subject}`],
  ],
  order_already_fulfilled: [
    [/^Fulfilled by hand$/, () => 'Traité à la main'],
    [/^Fulfilled by (.*)$/, (subject) => `Traité par ${subject}`],
  ],
  payment_pending: [
    [
      /^Orders with payment terms are not synchronised$/,
      () => 'Les commandes avec conditions de paiement ne se synchronisent pas',
    ],
    [/^Not paid through (.*)$/, (subject) => `Non payé par ${subject}`],
    [/^Not paid, no payment gateway$/, () => 'Non payé, sans moyen de paiement'],
  ],
};

/**
 * A root cause in the page's language. The engine names it in English and its key holds the culprit (country codes);
 * a label of another form stays as the engine wrote it.
 */
export function causeWords(
  { key, label, errorType }: Pick<CauseRow, 'key' | 'label' | 'errorType'>,
  lang: Lang,
  format: Format,
): string {
  if (lang === 'en') return label;
  if (errorType === 'destination_not_whitelisted') {
    return `${format.country(key.split(':')[1] ?? '')} : pays non synchronisé`;
  }
  if (errorType === 'postal_code_missing') {
    const country = format.country(key.split(':')[1] ?? '');
    const place = /^(.*), [^,]*: no postal code$/.exec(label)?.[1];
    return `${place === undefined ? country : `${place}, ${country}`} : sans code postal`;
  }
  for (const [pattern, say] of FRENCH[errorType] ?? []) {
    const match = pattern.exec(label);
    if (match) return say(match[1] ?? '');
  }
  return label;
}
