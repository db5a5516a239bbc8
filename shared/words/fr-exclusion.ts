import { assertNever } from '../domain/assert-never.ts';
import { IGNORE_TAG } from '../domain/error-type.ts';
import type { Exclusion } from '../domain/exclusion.ts';
import { FIXES_FOR } from '../domain/fix.ts';
import { orderPart, quoted } from './fr-names.ts';
import { uneditableReason } from './uneditable-reason.ts';
import type { Voice } from './voice.ts';

/** Why a plan leaves an order out, in French: what stands in the way, then after a colon what to do. */
export function exclusionInFrench(it: Exclusion, voice: Voice): string {
  const { fix, errorType, give, country } = voice;
  switch (it.code) {
    case 'queued_already':
      return `Ce qui est déjà en file pour elle ne laisse rien à corriger : ${voice.sendQueue}, puis synchronisez.`;
    case 'read_only':
      return 'Sa boutique est en lecture seule, rien ne peut être écrit dans son Shopify : faites-le dans l’admin Shopify, puis réimportez les commandes.';
    case 'synced':
      return 'Bigblue l’a désormais reçue : rien à corriger.';
    case 'too_young':
      return 'Elle est trop récente pour être bloquée : attendez la fin de son délai de grâce, puis recommencez.';
    case 'closed':
      return 'Elle est close, personne ne l’attend : rouvrez-la dans Shopify s’il faut encore l’expédier.';
    case 'no_such_error':
      return `Elle n’a aucune erreur que ${fix(it.fix)} corrige : retraitez-la.`;
    case 'other_error':
      return `Elle est bloquée par ${errorType(it.errorType)}, que ${fix(it.fix)} ne corrige pas : essayez ${FIXES_FOR[it.errorType].map(fix).join(', ')}.`;
    case 'uneditable': {
      const words = uneditableReason(it.words);
      return `Shopify ne permet pas de la modifier (${words === null ? 'sans dire pourquoi' : quoted(words)}) : recréez-la, ou écartez-la.`;
    }
    case 'address_hidden':
      return it.part === 'shippingAddress'
        ? 'Shopify cache son adresse de livraison à cette app : accordez l’accès aux données clients protégées, ou modifiez-la dans Shopify.'
        : `Shopify cache à cette app cette donnée : ${orderPart(it.part)}. Modifier l’adresse la ferait perdre : modifiez-la dans Shopify.`;
    case 'address_incomplete':
      return 'Elle n’a pas encore d’adresse de livraison : indiquez au moins la rue, la ville et le pays.';
    case 'address_same':
      return 'Son adresse est déjà celle-là : rien à changer.';
    case 'no_address_suggested':
      return `Rien n’est suggéré pour son adresse : indiquez ce qui doit changer ${give('address1')}.`;
    case 'no_contact_suggested':
      return `On ne peut pas deviner ce que le client voulait écrire : demandez-le-lui et indiquez-le ${give('phone')} ou ${give('email')}.`;
    case 'contact_same':
      return 'Son téléphone et son e-mail sont déjà ceux-là : retraitez-la.';
    case 'no_address':
      return `Elle n’a pas d’adresse de livraison : donnez-lui-en une avec ${fix('edit_address')}.`;
    case 'no_zip_suggested':
      return `Aucun code postal n’est suggéré pour sa ville : indiquez-en un ${give('zip')}.`;
    case 'zip_hidden':
      return 'Shopify cache son code postal à cette app, il ne manque donc peut-être pas : saisissez-le dans Shopify.';
    case 'zip_same':
      return `Son code postal est déjà ${it.zip} : retraitez-la.`;
    case 'no_ignore_tag':
      return `Elle n’a plus le tag ${IGNORE_TAG} : retraitez-la.`;
    case 'no_tagged_product':
      return `Aucun de ses produits n’a le tag ${IGNORE_TAG} : vérifiez que ses articles sont des produits physiques.`;
    case 'nothing_to_tag':
      return 'Aucun de ses articles non liés n’a de produit à taguer : retraitez-la pour que Bigblue dise lequel.';
    case 'nothing_unphysical':
      return 'Aucun de ses articles n’est enregistré comme non physique : regardez les tags de ses produits et sa méthode de livraison.';
    case 'variants_unknown':
      return 'Ses variantes ne sont pas connues : synchronisez la boutique, puis recommencez.';
    case 'several_variants':
      return `Le correctif couvre ${it.variants} variantes non liées : dites ${give('variant')} à laquelle ${it.product} est destiné.`;
    case 'other_variant':
      return `${quoted(it.item)} n’est pas la variante à lier : traitez-la à part.`;
    case 'variant_unknown':
      return `La variante de ${quoted(it.item)} n’est pas connue : synchronisez la boutique, puis recommencez.`;
    case 'link_inactive':
      return `${quoted(it.item)} est lié à ${it.product}, mais le lien n’est pas actif : activez-le, ou indiquez un produit ${give('product')}.`;
    case 'no_product_suggested':
      return `Aucun produit Bigblue n’est seul à porter le SKU ou le code-barres de ${quoted(it.item)} : indiquez-en un ${give('product')}.`;
    case 'no_link_to_activate':
      return `${quoted(it.item)} n’a pas de lien à activer : liez-le avec ${fix('link_variant')}.`;
    case 'product_unknown':
      return `${it.product} n’est pas un produit de Bigblue : vérifiez son identifiant.`;
    case 'linked_already':
      return `Sa variante est désormais liée à ${it.product} : retraitez-la.`;
    case 'product_without_sku':
      return `${it.product} n’a pas de SKU pour faire le lien : donnez-lui-en un chez Bigblue, ou liez-y la variante.`;
    case 'no_link_route':
      return 'La boutique n’a pas de voie pour les liens : choisissez champ méta, SKU ou fichier dans ses réglages.';
    case 'no_unlinked_item':
      return 'Aucun de ses articles n’est désigné comme non lié : retraitez-la pour que Bigblue dise lequel.';
    case 'no_lost_item':
      return 'Aucun de ses articles n’est connu comme introuvable : retraitez-la, ou parcourez ses articles dans Shopify.';
    case 'several_lost_items':
      return 'Plusieurs de ses articles sont introuvables et une variante ne peut pas les remplacer tous : modifiez-la dans Shopify.';
    case 'nothing_else_left':
      return `Il n’y reste rien d’autre : remplacez l’article (${fix('replace_item')}), ou écartez la commande.`;
    case 'foreign_variant':
      return `Sa boutique ne connaît pas la variante ${it.variant} : choisissez une de ses variantes.`;
    case 'replacement_there':
      return `Le remplaçant y est déjà : retirez plutôt l’article introuvable (${fix('remove_item')}).`;
    case 'shipping_method_is_fine':
      return 'Ce n’est pas sa méthode de livraison qui la bloque : rendez d’abord ses articles physiques, ou retirez le tag de ses produits.';
    case 'has_shipping_method':
      return `Elle a désormais la méthode de livraison ${quoted(it.title)} : retraitez-la, ou recréez-la.`;
    case 'copy_incomplete':
      return `Shopify en cache une partie à cette app (${it.parts.map(voice.orderPart).join(', ')}), et elle manquerait à la copie : recréez-la dans Shopify.`;
    case 'copy_without_address':
      return `Elle n’a pas d’adresse où envoyer une nouvelle commande : donnez-lui-en d’abord une avec ${fix('edit_address')}.`;
    case 'nothing_to_cancel':
      return 'Elle n’a aucun traitement annulable : regardez ses traitements dans Shopify.';
    case 'country_unknown':
      return 'Son pays de livraison n’est pas connu : regardez son adresse dans Shopify.';
    case 'other_country':
      return `Sa destination est ${country(it.country)}, et non ${it.countries.map(country).join(', ')} : traitez ce pays à part.`;
    case 'method_unknown':
      return 'Elle n’indique aucune méthode de livraison : ajoutez-en une dans Shopify, puis synchronisez.';
    case 'other_method':
      return `Sa méthode de livraison est ${it.method}, et non ${it.methods.join(', ')} : traitez cette méthode à part.`;
    case 'payment_terms_hidden':
      return 'Shopify cache ses conditions de paiement à cette app : accordez le droit read_payment_terms.';
    case 'no_payment_terms':
      return 'Elle n’a pas de conditions de paiement, l’option ne la laisserait donc pas passer : envoyez un rappel de paiement.';
    case 'cannot_mark_as_paid':
      return 'Shopify ne permet pas de la marquer comme payée : envoyez un rappel, ou encaissez le paiement dans Shopify.';
    case 'payment_authorised':
      return 'Son paiement est autorisé, l’acheteur n’a plus rien à faire : capturez-le dans Shopify.';
    case 'no_email':
      return 'Elle n’a pas d’adresse e-mail où écrire : ajoutez-en une dans Shopify, ou marquez-la comme payée.';
    case 'until_past':
      return `${it.until} est passé : indiquez un moment ultérieur ${give('until')}.`;
    case 'dismissed_already':
      return 'Elle est déjà écartée : rien à faire.';
    case 'not_set_aside':
      return 'Elle n’est ni reportée ni écartée : elle est au tableau.';
    default:
      return assertNever(it);
  }
}
