import { assertNever } from '../domain/assert-never.ts';
import type { ImportProblem } from '../domain/import.ts';
import { quoted } from './fr-names.ts';

/** Why a row of an imported file was left out, in one French sentence with the remedy after a colon. */
export function importProblemInFrench(it: ImportProblem): string {
  switch (it.code) {
    case 'missing':
      return 'Le champ est vide : renseignez-le.';
    case 'not_a_number':
      return `${quoted(it.value)} n’est pas un nombre entier : écrivez-le comme 2.`;
    case 'not_an_amount':
      return `${quoted(it.value)} n’est pas un montant : écrivez-le comme 84.00.`;
    case 'not_a_currency':
      return `${quoted(it.value)} n’est pas une devise : écrivez-la comme EUR.`;
    case 'not_a_time':
      return `${quoted(it.value)} n’est pas une date avec heure : écrivez-la comme 2026-10-01 09:30:00 +0200.`;
    case 'not_an_id':
      return `${quoted(it.value)} n’est pas un identifiant Shopify : c’est un nombre comme 5123456789.`;
    case 'not_yes_or_no':
      return `${quoted(it.value)} ne dit ni oui ni non : écrivez true ou false.`;
    case 'not_as_documented':
      return `Ce n’est pas le format documenté par Shopify (${it.value}) : exportez de nouveau la commande.`;
    case 'stray_quote':
      return 'Un guillemet est mal placé : mettez le champ entre guillemets et doublez ceux qu’il contient.';
    case 'open_quote':
      return 'Un guillemet ouvert n’est jamais refermé : tout ce qui suit a été laissé de côté.';
    case 'not_json':
      return 'Ce n’est pas du JSON : exportez de nouveau la commande.';
    case 'no_order_number':
      return 'La ligne ne commence par aucun numéro de commande : écrivez-le comme #1001.';
    case 'no_message':
      return 'La commande est sans message : ajoutez ce que Bigblue en dit.';
    case 'no_variant':
      return 'La ligne ne nomme ni variante ni SKU : donnez l’un des deux.';
    case 'unknown_product':
      return `Bigblue n’a pas de produit ${quoted(it.value)} : vérifiez son identifiant dans le catalogue.`;
    default:
      return assertNever(it);
  }
}
