import type { AskedScope } from '../domain/scope.ts';

/** What a store without an access scope loses, in one sentence each. */
export const SCOPE_COSTS_IN_FRENCH: Readonly<Record<AskedScope, string>> = {
  read_orders: 'Sans lui, aucune commande ne peut être lue et la boutique ne peut pas être connectée.',
  write_orders:
    'Les commandes sont diagnostiquées mais pas corrigées : ni tags, ni retraitement, ni adresses, ni paiements, ni factures, ni commandes recréées.',
  read_all_orders: 'Les commandes de plus de 60 jours restent invisibles.',
  read_products:
    '« Produit non lié », « Produit introuvable » et « Aucun produit expédiable » ne sont pas diagnostiqués.',
  write_products: 'Les liens, les SKU et les tags des produits ne peuvent pas être changés.',
  read_inventory:
    'On ne sait pas si une variante demande une livraison : « Produit non lié », « Produit introuvable » et « Aucun produit expédiable » ne sont pas diagnostiqués.',
  write_inventory: 'Les variantes ne peuvent pas être rendues physiques.',
  read_locations: 'Pour une commande traitée, seul le service est nommé, pas le lieu.',
  read_payment_terms:
    'Les conditions de paiement sont inconnues : les commandes en attente de paiement ne sont pas diagnostiquées là où la boutique les synchronise.',
  write_payment_terms: 'Aucun rappel ne peut être envoyé pour une commande avec conditions de paiement.',
  write_order_edits:
    'Les articles ne peuvent être ni retirés ni remplacés, et aucune livraison ne peut être ajoutée.',
  write_merchant_managed_fulfillment_orders:
    'Les traitements faits dans les lieux du marchand ne peuvent pas être annulés.',
  write_third_party_fulfillment_orders:
    'Les traitements faits par des prestataires ne peuvent pas être annulés.',
};
