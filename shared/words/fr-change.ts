import { assertNever } from '../domain/assert-never.ts';
import type { ChangedField, ChangedValue } from '../domain/field-change.ts';
import type { CountryList } from '../domain/store.ts';
import { quoted, status } from './fr-names.ts';
import type { Voice } from './voice.ts';

/** The name of a field that a plan changes: `SKU de la variante 7`. */
export function changedFieldInFrench(it: ChangedField, voice: Voice): string {
  switch (it.code) {
    case 'tag':
      return 'tag';
    case 'product_tag':
      return `tag du produit ${it.product}`;
    case 'address':
      return voice.addressField(it.field);
    case 'contact':
      return it.field === 'email' ? 'e-mail' : 'téléphone';
    case 'physical':
      return `variante ${it.variant}, produit physique`;
    case 'link':
      return `lien de la variante ${it.variant}`;
    case 'sku':
      return `SKU de la variante ${it.variant}`;
    case 'item':
      return 'article';
    case 'quantity':
      return it.item === null ? 'quantité d’un article disparu' : `quantité de ${quoted(it.item)}`;
    case 'shipping_method':
      return 'méthode de livraison';
    case 'payment':
      return 'paiement';
    case 'payment_reminder':
      return 'rappel de paiement';
    case 'invoice':
      return 'facture';
    case 'fulfillment':
      return `traitement ${it.fulfillment}`;
    case 'new_order':
      return 'nouvelle commande';
    case 'on_platform':
      return 'chez Bigblue';
    case 'countries':
      return 'pays';
    case 'payment_terms':
      return 'commandes avec conditions de paiement synchronisées';
    case 'shipping_methods':
      return 'méthodes de livraison associées';
    case 'snoozed_until':
      return 'reportée jusqu’à';
    case 'dismissed':
      return 'écartée';
    case 'on_board':
      return 'au tableau';
    default:
      return assertNever(it);
  }
}

const STEPS = {
  countries: 'liste des pays modifiée',
  payment_terms: 'commandes avec conditions de paiement synchronisées',
  shipping_methods: 'méthode de livraison associée',
  link_file: 'variante liée',
} as const;

/** A value before or after a change. */
export function changedValueInFrench(it: ChangedValue, { moment, money }: Voice): string {
  if (typeof it === 'string') return it;
  switch (it.code) {
    case 'yes_no':
      return it.yes ? 'oui' : 'non';
    case 'inactive_link':
      return `${it.product} (inactif)`;
    case 'status':
      return status(it.status);
    case 'sent':
      return 'envoyé';
    case 'items':
      return `${it.quantity} × ${it.title}`;
    case 'variants':
      return `${it.quantity} × variante ${it.variant}`;
    case 'shipping':
      return `${it.title} (${money(it.price)})`;
    case 'copy':
      return `copie avec la méthode de livraison ${it.shippingTitle}`;
    case 'step_done':
      return STEPS[it.step];
    case 'countries':
      return countriesInFrench(it.list);
    case 'methods':
      return it.methods.length === 0 ? 'aucun' : it.methods.join(', ');
    case 'moment':
      return moment(it.at);
    case 'taken_back':
      return 'nouvel ordre';
    case 'recreated':
      return 'recréée en nouvelle commande';
    default:
      return assertNever(it);
  }
}

/** A country list as people read it: `seulement FR, BE` or `tous sauf US`. */
export function countriesInFrench({ mode, countries }: CountryList): string {
  if (countries.length === 0) return mode === 'allow' ? 'aucun' : 'tous';
  return `${mode === 'allow' ? 'seulement' : 'tous sauf'} ${countries.join(', ')}`;
}
