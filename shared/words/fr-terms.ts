import type { ErrorType, OrderState } from '../domain/error-type.ts';
import type { FixKind } from '../domain/fix.ts';
import type { WriteState } from '../domain/write.ts';

/** What people call the terms of the domain, in French. */
export const ERROR_TYPES_IN_FRENCH: Readonly<Record<ErrorType, string>> = {
  order_cancelled: 'Commande annulée',
  order_already_fulfilled: 'Commande déjà traitée',
  ignored_by_tag: 'Commande taguée bigblue-ignore',
  payment_pending: 'Paiement en attente',
  awaiting_global_e_approval: 'En attente de Global-e',
  destination_not_whitelisted: 'Destination non autorisée',
  no_shippable_product: 'Aucun produit expédiable',
  product_not_found: 'Produit introuvable',
  product_not_linked: 'Produit non lié',
  postal_code_missing: 'Code postal manquant',
  postal_code_invalid: 'Code postal non valide',
  address_incomplete: 'Adresse incomplète',
  address_too_long: 'Ligne d’adresse trop longue',
  contact_invalid: 'Téléphone ou e-mail non valide',
  shipping_method_unmapped: 'Méthode de livraison non associée',
  pickup_point_missing: 'Point relais manquant',
  tax_id_missing: 'Numéro fiscal manquant',
  out_of_stock: 'Rupture de stock',
  duplicate_order: 'Commande en double',
  unknown: 'Aucune cause trouvée',
};

export const FIXES_IN_FRENCH: Readonly<Record<FixKind, string>> = {
  reprocess: 'Retraiter',
  remove_ignore_tag: 'Retirer le tag',
  set_postal_code: 'Ajouter le code postal',
  edit_address: 'Modifier l’adresse',
  edit_contact: 'Corriger le contact',
  link_variant: 'Lier la variante',
  activate_link: 'Activer le lien',
  ship_outside: 'Expédier hors Bigblue',
  make_physical: 'Rendre physique',
  remove_product_ignore_tag: 'Retirer le tag du produit',
  remove_item: 'Retirer l’article',
  replace_item: 'Remplacer l’article',
  add_shipping_line: 'Ajouter une livraison',
  recreate_order: 'Recréer la commande',
  send_payment_reminder: 'Relancer le paiement',
  mark_as_paid: 'Marquer comme payée',
  allow_country: 'Autoriser le pays',
  map_shipping_method: 'Associer la méthode',
  enable_payment_terms: 'Activer les conditions',
  cancel_fulfillment: 'Annuler le traitement',
  snooze: 'Reporter',
  dismiss: 'Écarter',
  restore: 'Remettre au tableau',
};

export const ORDER_STATES_IN_FRENCH: Readonly<Record<OrderState, string>> = {
  synced: 'synchronisée',
  waiting: 'en attente',
  stuck: 'bloquée',
  snoozed: 'reportée',
  dismissed: 'écartée',
  closed: 'close',
};

export const WRITE_STATES_IN_FRENCH: Readonly<Record<WriteState, string>> = {
  queued: 'en file',
  sending: 'en cours d’envoi',
  applied: 'fait',
  retry_wait: 'nouvel essai bientôt',
  unknown: 'issue inconnue',
  conflict: 'conflit',
  rejected: 'refusé',
  blocked_auth: 'à reconnecter',
  cancelled: 'annulé',
};
