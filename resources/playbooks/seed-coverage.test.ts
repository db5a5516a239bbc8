import { describe, expect, test } from 'vitest';
import type { AddedErrorType, ErrorType } from '../../shared/domain/error-type.ts';
import type { PlaybookPart } from '../../shared/domain/playbook.ts';
import { PLAYBOOKS } from './playbooks.ts';

/**
 * Invariant: every sentence of the seed document's remedies is a step of the playbook of that error, in the part that
 * matches the seed's own (« Vérifiez la situation », « Résolvez la situation », « Retraitez en masse »). Sentences are
 * quoted as they stand there, misspellings included.
 */
type Covered = readonly [sentence: string, part: PlaybookPart, steps: readonly string[]];

const REPROCESS_BUTTON: Covered = [
  "Utilisez le bouton 🔄 Reprocess pour vérifier si le message d'erreur s'affiche toujours ou si la commande se synchronise",
  'check',
  ['reprocess_to_check'],
];
const OPEN_ORDER: Covered = [
  'Ouvrez la commande Shopify - à partir de Bigblue > Shop integrations > Orders, vous pouvez utiliser le lien à gauche',
  'resolve',
  ['open_order'],
];
const BACK_AND_REPROCESS: Covered = [
  'Retournez sur Bigblue > Shop integrations > Orders, et cliquez sur le bouton 🔄 Reprocess.',
  'resolve',
  ['reprocess'],
];
const TAG_ALL: Covered = [
  'Dans Shopify admin > Commandes, sélectionnez les commandes concernées et tagguez-les avec bigblue-reprocess',
  'bulk',
  ['reprocess_all'],
];
const ADJUST_STATUS =
  'Si nécessaire, ajustez son statut, cela déclenchera automatiquement le retraitement par Bigblue.';
const ADJUST_ALL = 'Dans Shopify admin > Commandes, modifiez les statuts des commandes concernées en masse.';

const SEED: Readonly<Record<Exclude<ErrorType, AddedErrorType>, readonly Covered[]>> = {
  product_not_linked: [
    REPROCESS_BUTTON,
    ['Ouvrir le lien vers la page du produit Shopify non lié', 'resolve', ['open_product']],
    [
      'Si vous souhaitez que ce produit Shopify soit expédié en dehors de Bigblue, suivez ce guide',
      'resolve',
      ['ship_outside', 'ship_outside_guide'],
    ],
    ["Sinon, copiez l'URL de la page du produit Shopify", 'resolve', ['copy_product_url']],
    [
      "Dans Bigblue > Shop integrations > Products, collez l'URL dans la barre de recherche",
      'resolve',
      ['paste_product_url'],
    ],
    [
      'Liez le produit Shopify au produit ou bundle Bigblue souhaité et activez le lien',
      'resolve',
      ['link_variant', 'activate_link', 'link_on_platform', 'activate_on_platform'],
    ],
    BACK_AND_REPROCESS,
    TAG_ALL,
  ],
  product_not_found: [
    REPROCESS_BUTTON,
    OPEN_ORDER,
    [
      "Passez en revue tous les articles de la commande Shopify pour identifier celui qui est à l'origine du problème : il n'a généralement pas d'image et le fait de cliquer sur son nom n'ouvre pas de page produit Shopify",
      'resolve',
      ['find_item'],
    ],
    [
      "Mettez à jour la commande Shopify en fonction de vos besoins - vous pouvez soit supprimer, soit remplacer l'article",
      'resolve',
      ['remove_item', 'replace_item'],
    ],
    ['Mettez à jour toutes les commandes Shopify concernées', 'bulk', ['replace_for_all', 'remove_for_all']],
    TAG_ALL,
  ],
  no_shippable_product: [
    REPROCESS_BUTTON,
    OPEN_ORDER,
    [
      "Cliquez sur l'article pour ouvrir la page du produit (ou du variant) Shopify",
      'resolve',
      ['open_item'],
    ],
    [
      "Faites défiler jusqu'à la section Expédition et assurez-vous que la case Il s'agit d'un produit physique est cochée",
      'resolve',
      ['see_physical', 'make_physical'],
    ],
    [
      "Si l'article est un variant, ouvrir la page du produit Shopify correspondant - si l'article est un produit, rester sur la page du produit Shopify",
      'resolve',
      ['open_product'],
    ],
    [
      "Trouver la sections Etiquettes sur la droite et s'assurer qu'il n'y a pas d'étiquette bigblue-ignore",
      'resolve',
      ['see_product_tags', 'remove_product_tag'],
    ],
    [
      "Dans l'onglet Etiquettes ajouter l'étiquette bigblue-reprocess pour pousser les mises à jour des produits Shopify vers Bigblue",
      'resolve',
      ['push_product'],
    ],
    BACK_AND_REPROCESS,
    [
      'Allez sur la page de commande de Shopify et trouvez le champ Méthode de livraison, il est probablement indiqué Expédition non requise',
      'resolve',
      ['see_shipping_method'],
    ],
    [
      'Mettez à jour ce champ (avec un appel API) ou recréez la commande avec une "vraie" méthode de livraison',
      'resolve',
      ['add_shipping_method', 'recreate_order'],
    ],
    [
      'Option 1 - Mettez à jour toutes les commandes Shopify concernées (avec des appels API par exemple), puis, dans Shopify admin > Commandes, tagguer les commandes concernées avec bigblue-reprocess',
      'bulk',
      ['add_shipping_for_all', 'reprocess_all'],
    ],
    [
      'Option 2 - Recréez toutes les commandes Shopify concernées, elles seront automatiquement traitées par Bigblue.',
      'bulk',
      ['recreate_all'],
    ],
  ],
  awaiting_global_e_approval: [
    REPROCESS_BUTTON,
    [
      'Ouvrez votre back-office Global-e et solutionnez le problème',
      'resolve',
      ['open_global_e', 'solve_in_global_e'],
    ],
    [
      'Une fois le problème résolu côté Global-e, la commande Shopify sera automatiquement tagguée avec Globale::Approved et examinée à nouveau par Bigblue',
      'resolve',
      ['snooze'],
    ],
  ],
  payment_pending: [
    REPROCESS_BUTTON,
    OPEN_ORDER,
    [
      'En B2C, vous pouvez relancer votre acheteur pour le paiement de sa commande',
      'resolve',
      ['send_reminder'],
    ],
    [
      "En B2B, si vous avez configuré des conditions de paiement pour que vos clients puissent payer après la livraison de leur commande, alors vous pouvez activer l'option Synchronize orders with payment terms pour que les commandes avec paiement en attente soient créées dans Bigblue",
      'resolve',
      ['turn_terms_on', 'mirror_terms'],
    ],
  ],
  destination_not_whitelisted: [
    REPROCESS_BUTTON,
    [
      'Dans Shop integrations, dans vos paramètres, trouvez la ligne Countries for order sync et cliquez sur Edit',
      'resolve',
      ['open_settings', 'edit_countries'],
    ],
    [
      'Ajustez vos listes de pays en fonction de vos besoins',
      'resolve',
      ['adjust_countries', 'allow_country'],
    ],
    BACK_AND_REPROCESS,
    TAG_ALL,
  ],
  order_cancelled: [
    REPROCESS_BUTTON,
    OPEN_ORDER,
    [ADJUST_STATUS, 'resolve', ['recreate_order', 'dismiss']],
    [ADJUST_ALL, 'bulk', ['recreate_all', 'dismiss_all']],
  ],
  order_already_fulfilled: [
    REPROCESS_BUTTON,
    OPEN_ORDER,
    [ADJUST_STATUS, 'resolve', ['cancel_fulfillment', 'dismiss']],
    [ADJUST_ALL, 'bulk', ['cancel_all', 'dismiss_all']],
  ],
  ignored_by_tag: [
    REPROCESS_BUTTON,
    OPEN_ORDER,
    [
      'Si nécessaire, dans les Etiquettes retirer le tag bigblue-ignore et Bigblue retraitera automatiquement la commande',
      'resolve',
      ['remove_tag'],
    ],
    [
      'Vous voudrez peut-être vérifier pourquoi votre commande était tagguée avec bigblue-ignore',
      'resolve',
      ['find_tagger'],
    ],
    [
      'Dans Shopify admin > Commandes, sélectionnez les commandes concernées et supprimez le tag bigblue-ignore',
      'bulk',
      ['list_tagged', 'remove_tag_for_all'],
    ],
  ],
  postal_code_missing: [
    REPROCESS_BUTTON,
    OPEN_ORDER,
    [
      'Dans la section Adresse de livraison, cliquez sur le crayon et ajoutez un code postal.',
      'resolve',
      ['set_postal_code', 'edit_in_shopify'],
    ],
    [
      'Pour éviter que la situation ne se reproduise, voici nos conseils pour la correction des adresses',
      'prevent',
      ['read_address_advice'],
    ],
  ],
  unknown: [
    [
      'Dans Shop integrations sélectionnez votre boutique, faites défiler vers le bas et cliquez sur Orders.',
      'check',
      ['open_platform_orders'],
    ],
    ['Les commandes avec un tag Synced sont déjà gérées par Bigblue', 'check', ['see_synced']],
    [
      "Les commandes avec un bouton Reprocess ne sont pas encore gérées par Bigblue, vous pouvez accéder à votre commande Shopify avec le lien sur la gauche, et vous pouvez lire le message d'erreur de synchronisation sur la droite",
      'check',
      ['read_message'],
    ],
    [
      "Sélectionnez celui qui s'applique et passez directement aux instructions.",
      'resolve',
      ['find_message'],
    ],
    [
      "Si vous ne trouvez pas votre message d'erreur ou si vous avez besoin d'aide, veuillez contacter notre Care Team.",
      'contact',
      ['copy_case', 'write_to_care_team'],
    ],
  ],
};

const rows = Object.entries(SEED).flatMap(([type, covered]) =>
  covered.map(([sentence, part, steps]) => ({ type, sentence, part, steps })),
);

describe('each sentence of the seed is a step', () => {
  test.each(rows)('$type, $part: « $sentence »', ({ type, part, steps }) => {
    const playbook = Object.values(PLAYBOOKS).find(({ errorType }) => errorType === type);
    expect(playbook?.[part].map(({ id }) => id)).toEqual(expect.arrayContaining([...steps]));
  });
});
