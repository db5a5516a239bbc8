import { assertNever } from '../domain/assert-never.ts';
import { legacyId } from '../domain/ids.ts';
import { ADDRESS_FIELDS } from '../domain/order.ts';
import type { OrderEditChange, PlatformStep, WriteOp, WriteOpOf } from '../domain/write.ts';
import { changedValueInFrench, countriesInFrench } from './fr-change.ts';
import { addressField } from './fr-names.ts';
import { linkValue } from './link-value.ts';
import type { Voice } from './voice.ts';

/** What a write does, for people, in the infinitive and without the order's name: `Retirer le tag bigblue-ignore`. */
export function writeInFrench(op: WriteOp, voice: Voice): string {
  switch (op.op) {
    case 'order_tags_add':
      return `Ajouter ${tagText(op.tags)}`;
    case 'order_tags_remove':
      return `Retirer ${tagText(op.tags)}`;
    case 'product_tags_add':
      return `Ajouter ${tagText(op.tags)} au produit ${legacyId(op.product)}`;
    case 'product_tags_remove':
      return `Retirer ${tagText(op.tags)} du produit ${legacyId(op.product)}`;
    case 'order_address_set':
      return addressText(op);
    case 'order_contact_set':
      return `Changer le contact : ${contactParts(op).join(' ; ')}`;
    case 'variant_requires_shipping_set':
      return `Faire de la variante ${legacyId(op.variant)} un produit ${op.set ? '' : 'non '}physique`;
    case 'variant_link_set':
      return `Lier la variante ${legacyId(op.variant)} à ${changedValueInFrench(linkValue(op.set), voice)}`;
    case 'variant_sku_set':
      return op.set === ''
        ? `Vider le SKU de la variante ${legacyId(op.variant)}`
        : `Donner à la variante ${legacyId(op.variant)} le SKU ${op.set}`;
    case 'order_edit':
      return `Modifier la commande : ${op.changes.map((edit) => editText(edit, voice)).join(', ')}`;
    case 'order_mark_as_paid':
      return 'Marquer comme payée';
    case 'payment_reminder_send':
      return 'Envoyer un rappel de paiement';
    case 'order_invoice_send':
      return 'Envoyer la facture';
    case 'fulfillment_cancel':
      return `Annuler le traitement ${legacyId(op.fulfillment)}`;
    case 'order_create':
      return `Recréer la commande avec la méthode de livraison ${op.shippingTitle}`;
    case 'platform_step':
      return stepText(op.does, voice);
    case 'store_countries_set':
      return `Noter les pays que Bigblue synchronise : ${countriesInFrench(op.set)}`;
    case 'store_payment_terms_set':
      return `Noter que Bigblue ${op.set ? 'synchronise' : 'ne synchronise pas'} les commandes avec conditions de paiement`;
    case 'store_shipping_methods_set':
      return `Noter que Bigblue connaît les méthodes de livraison ${op.set.join(', ')}`;
    case 'order_snooze':
      return op.until === null
        ? 'Reporter jusqu’à nouvel ordre'
        : `Reporter jusqu’à ${voice.moment(op.until)}`;
    case 'order_dismiss':
      if (op.recreated) return 'Écarter : recréée en nouvelle commande';
      return op.reason === null ? 'Écarter' : `Écarter : ${op.reason}`;
    case 'order_restore':
      return 'Remettre au tableau';
    default:
      return assertNever(op);
  }
}

const tagText = (tags: readonly string[]): string =>
  `${tags.length === 1 ? 'le tag' : 'les tags'} ${tags.join(', ')}`;

function contactParts({ set }: WriteOpOf<'order_contact_set'>): string[] {
  return [
    ...(set.email === undefined ? [] : [`e-mail → ${set.email ?? 'rien'}`]),
    ...(set.phone === undefined ? [] : [`téléphone → ${set.phone ?? 'rien'}`]),
  ];
}

function addressText({ set }: WriteOpOf<'order_address_set'>): string {
  const parts = ADDRESS_FIELDS.filter((field) => set[field] !== undefined).map(
    (field) => `${addressField(field)} → ${set[field] ?? 'rien'}`,
  );
  return `Changer l’adresse : ${parts.join(' ; ')}`;
}

function editText(edit: OrderEditChange, { money }: Voice): string {
  switch (edit.change) {
    case 'remove_item':
      return `retirer l’article ${legacyId(edit.lineItem)}`;
    case 'add_variant':
      return `ajouter ${edit.quantity} × variante ${legacyId(edit.variant)}`;
    case 'add_shipping_line':
      return `ajouter la méthode de livraison ${edit.title} à ${money(edit.price)}`;
    default:
      return assertNever(edit);
  }
}

/** The platform's own menus are English: their names stay, in the inner quotation marks, since the whole is often quoted. */
function stepText(it: PlatformStep, { country }: Voice): string {
  switch (it.step) {
    case 'countries':
      return `Chez Bigblue, sous “Shop integrations > Countries for order sync”, autoriser : ${it.countries.map(country).join(', ')}`;
    case 'payment_terms':
      return 'Chez Bigblue, sous “Shop integrations”, activer “Synchronize orders with payment terms”';
    case 'shipping_methods':
      return `Chez Bigblue, sous “Settings > Auto-fulfillment > votre entrepôt”, associer : ${it.methods.join(', ')}`;
    case 'link_file': {
      const lines = it.links.map(({ variant, product }) => `variante ${legacyId(variant)} → ${product}`);
      return `Lier chez Bigblue, sous “Shop integrations > Products”, et activer : ${lines.join(' ; ')}`;
    }
    default:
      return assertNever(it);
  }
}
