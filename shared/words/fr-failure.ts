import { assertNever } from '../domain/assert-never.ts';
import { type Failure, isWorkspaceFailure } from '../domain/failure.ts';
import type { FixKind } from '../domain/fix.ts';
import { clause } from '../domain/sentence.ts';
import { quoted } from './fr-names.ts';
import { networkTroubleInFrench, troubleInFrench } from './fr-trouble.ts';
import { workspaceFailureInFrench } from './fr-workspace-failure.ts';
import type { Voice } from './voice.ts';

/** What failed, in one French sentence that names the field and the remedy. */
export function failureInFrench(it: Failure, voice: Voice): string {
  if (isWorkspaceFailure(it)) return workspaceFailureInFrench(it);
  switch (it.code) {
    case 'param_unknown':
      return `${voice.fix(it.fix)} ne prend pas ${quoted(it.param)}, mais ${it.takes.length === 0 ? 'rien' : it.takes.map(voice.param).join(', ')}.`;
    case 'param_missing':
      return `${voice.fix(it.fix)} a besoin de ${voice.param(it.param)} : donnez-en la valeur ${voice.give(it.param)}.`;
    case 'param_wrong':
      return FORMATS[it.param] === undefined
        ? `Cette valeur ne convient pas : ${quoted(clause(it.problem))}.`
        : `Il faut ${FORMATS[it.param]}.`;

    case 'offline':
      if (it.trouble.code === 'not_json')
        return `Réponse inattendue : ${troubleInFrench(it.trouble)}, comme le fait un réseau qui demande de s’identifier ou une mauvaise adresse ; identifiez-vous depuis un navigateur, ou vérifiez le domaine de la boutique.`;
      return `Hors ligne : ${clause(troubleInFrench(it.trouble))} ; vérifiez le réseau et réessayez.`;
    case 'not_authorised':
      return `Accès refusé : ${clause(troubleInFrench(it.trouble))} ; reconnectez la boutique.`;
    case 'unexpected_answer':
      return `Réponse inattendue : ${withRemedy(troubleInFrench(it.trouble))}.`;
    case 'store_reports':
      return `${it.host} signale une erreur : ${quoted(clause(it.words))}.`;
    case 'keeps_throttling':
      return `${it.host} limite sans cesse les requêtes ; réessayez dans quelques minutes.`;
    case 'reading_cancelled':
      return `La lecture de ${it.host} a été annulée.`;
    case 'missing_scope':
      return `L’app n’a pas le droit de lire cela chez ${it.host} (${quoted(it.needs ?? clause(it.words))}) ; accordez-le et réinstallez l’app.`;
    case 'no_read_orders':
      return `Le jeton de ${it.host} n’a pas le droit read_orders ; accordez-le à l’app et donnez le nouveau jeton.`;
    case 'no_orders_shown':
      return `${it.host} ne montre aucune commande à cette app : ${quoted(clause(it.words))}.`;
    case 'token_empty':
      return 'Le jeton est vide ; donnez le jeton d’accès à l’API Admin de la boutique.';
    case 'not_a_shop_domain':
      return 'Ce n’est pas le domaine d’une boutique ; donnez-en un comme example.myshopify.com.';
    case 'bad_address':
      return `${ADDRESS[it.why]} ; donnez une adresse comme https://example.com.`;
    case 'store_connected':
      return `${it.domain} est déjà connectée sous le nom ${quoted(it.name)} ; modifiez-la parmi les boutiques.`;
    case 'token_of_other':
      return `Ce jeton est celui de ${it.theirs}, non de ${it.domain} ; utilisez le jeton de cette boutique.`;
    case 'no_store':
      return `La boutique ${quoted(it.store)} n’existe pas ou plus ; choisissez-en une autre.`;
    case 'secret_missing': {
      const what = `${it.secret === 'token' ? 'Le jeton' : 'La clé Bigblue'} de ${it.name} n’est pas disponible`;
      return it.variable === null
        ? `${what} : reconnectez la boutique.`
        : `${what} : redéfinissez la variable d’environnement ${it.variable}, ou reconnectez la boutique.`;
    }
    case 'undecided_writes':
      return `${it.name} a des écritures dont on ne sait pas encore si elles ont pris effet ; décidez-les d’abord dans la file d’envoi.`;
    case 'sync_stopped':
      return 'La synchronisation a été arrêtée.';

    case 'sync_broke_off':
      return `La lecture des boutiques s’est interrompue (${quoted(clause(it.words))}) ; elle reprend à la prochaine synchronisation.`;
    case 'closing':
      return 'Unstuck se ferme.';
    case 'one_workspace':
      return 'Cet hôte ne sert qu’un espace de travail ; choisissez-en un autre avec --home.';

    case 'platform_key_empty':
      return 'La clé est vide ; donnez la clé de l’API Bigblue.';
    case 'platform_unreachable':
      return `Bigblue (${it.host}) est injoignable : ${networkTroubleInFrench(it.how, it.detail)} ; réessayez plus tard.`;
    case 'platform_limits':
      return `Bigblue (${it.host}) limite les requêtes ; réessayez plus tard.`;
    case 'platform_status':
      return `Bigblue (${it.host}) a répondu par le statut ${it.status} ; réessayez plus tard.`;
    case 'platform_not_json':
      return `Bigblue (${it.host}) a répondu à ${it.method} par autre chose que du JSON ; ${PLATFORM_REMEDY}.`;
    case 'platform_key_refused':
      return `Bigblue (${it.host}) a refusé la clé (${quoted(it.words)}) ; donnez-en une nouvelle à la boutique.`;
    case 'platform_refused':
      return `Bigblue (${it.host}) a refusé la requête (${quoted(it.words)}) ; ${PLATFORM_REMEDY}.`;
    case 'platform_misfit':
      return `Bigblue (${it.host}) a répondu à ${it.method} par quelque chose d’inattendu${it.field === null ? '' : ` dans le champ ${quoted(it.field)}`} (${quoted(it.problem)}) ; ${PLATFORM_REMEDY}.`;
    case 'platform_endless':
      return `Bigblue (${it.host}) ne termine jamais ses pages de ${it.method} ; ${PLATFORM_REMEDY}.`;
    case 'store_read_only':
      return `${it.name} est en lecture seule, ses commandes viennent de fichiers : importez-en un plus récent.`;
    case 'no_import':
      return 'Cet import n’est plus en cours : choisissez de nouveau le fichier.';
    case 'import_stopped':
      return 'L’import a été arrêté.';
    case 'columns_missing':
      return `Il manque au fichier ${it.columns.map((column) => `la colonne ${quoted(column)}`).join(', ')} : exportez de nouveau les commandes depuis l’admin Shopify, au format « Fichier CSV standard ».`;
    case 'no_link_list':
      return 'Ce fichier n’est pas une liste de liens : sa première ligne doit nommer les colonnes « variant » ou « sku », et « product ».';
    case 'no_error_list':
      return 'Ce fichier n’est pas une liste d’erreurs, une de ses lignes est trop longue : copiez commande et message depuis la liste de Bigblue.';
    case 'platform_unread':
      return `Bigblue n’a pas été lu. ${failureInFrench(it.because, voice)}`;

    case 'no_order':
      return `La commande ${it.order} n’existe pas ou plus ; revenez au tableau.`;
    case 'no_cause':
      return 'Cette cause n’existe plus ; revenez au tableau, qui montre celles qui restent.';
    case 'no_write':
      return `L’écriture ${it.write} n’existe pas ; la file d’envoi les montre toutes.`;
    case 'choice_foreign':
      return `Le champ « ${it.field} » n’est pas en conflit ; le sont : ${it.fields.join(', ')}.`;
    case 'choice_missing':
      return `Le champ « ${it.field} » est aussi en conflit : choisissez votre valeur ou celle en place, ou donnez-en une autre.`;
    case 'choice_uneditable':
      return `Le champ « ${it.field} » ne prend pas d’autre valeur : choisissez la vôtre ou celle en place.`;
    case 'no_run':
      return `L’exécution ${it.run} n’existe pas ; la file d’envoi les montre toutes.`;
    case 'period_reversed':
      return 'La période finit avant de commencer ; échangez ses deux dates.';
    case 'schedule_past':
      return `L’heure de début, ${voice.moment(it.at)}, est passée : choisissez-en une autre, ou laissez partir tout de suite.`;
    case 'no_cutoff':
      return 'Aucune de ses boutiques n’a de délai limite : réglez-en un, ou choisissez une heure de début.';
    case 'plan_committed':
      return `Ce correctif a déjà été validé (exécution ${it.run}) ; préparez-le de nouveau pour le relancer.`;
    case 'wrong_confirmation':
      return `Le correctif porte sur ${counted(it.orders)}, et non sur ${it.confirm} ; relisez-le, puis confirmez avec ${it.orders}.`;
    case 'needs_confirmation':
      return `${CONSEQUENCES[it.fix] ?? 'Ceci fait des changements'} pour ${counted(it.orders)}, et c’est irréversible ; confirmez avec ${it.orders}.`;
    case 'plan_without_writes':
      return 'Le correctif n’a aucune écriture, il n’y a rien à valider ; voyez pourquoi ses commandes sont laissées de côté.';
    case 'plan_store_gone':
      return `Le correctif est pour la boutique ${it.store}, qui n’est pas dans cet espace ; connectez-la, puis préparez-le de nouveau.`;
    case 'nothing_to_undo':
      return `Il ne reste rien à annuler dans l’exécution ${it.run} : ${it.by === null ? 'rien n’y a pris effet' : `elle a été annulée par l’exécution ${it.by}`}.`;

    case 'misfit':
      return `Le moteur n’a pas compris cette demande${it.field === null ? '' : `, champ ${quoted(it.field)}`} : ${quoted(clause(it.problem))}.`;
    case 'other_version':
      return `La page parle le protocole ${it.page} et le moteur le ${it.engine} ; redémarrez Unstuck et rechargez la page.`;
    case 'answer_misfit':
      return `La réponse du moteur à ${it.method} n’a pas la forme attendue${it.field === null ? '' : `, champ ${quoted(it.field)}`} (${quoted(clause(it.problem))}). Redémarrez Unstuck pour que page et moteur soient d’une même version.`;
    case 'disconnected':
      return 'La connexion au moteur a pris fin avant sa réponse ; réessayez.';
    case 'no_session':
      return 'Ce navigateur n’a pas de session avec Unstuck ; ouvrez l’adresse qu’Unstuck a affichée à son démarrage.';
    case 'cancelled':
      return 'La demande a été annulée.';
    case 'unexpected':
      return `Erreur inattendue : ${quoted(clause(it.words))}.`;
    default:
      return assertNever(it);
  }
}

const counted = (orders: number): string => (orders === 1 ? '1 commande' : `${orders} commandes`);

const PLATFORM_REMEDY = 'vérifiez l’adresse de l’API, et réessayez plus tard';

function withRemedy(message: string): string {
  const said = clause(message);
  return said.includes(' ; ')
    ? said
    : `${said} ; réessayez plus tard, et vérifiez le domaine et l’adresse de la boutique si cela persiste`;
}

const ADDRESS = {
  no_address: 'Ce n’est pas une adresse web',
  credentials: 'L’adresse ne doit porter ni nom d’utilisateur ni mot de passe',
  query: 'L’adresse ne doit avoir ni paramètres ni fragment',
  plain_http: 'Le http sans chiffrement n’est permis que sur cette machine',
} as const;

/** What a parameter of a fix has to be. */
const FORMATS: Readonly<Record<string, string>> = {
  zip: 'un code postal',
  product: 'l’identifiant d’un produit Bigblue, par exemple DIGG-000123-0001',
  variant: 'l’identifiant d’une variante Shopify',
  phone: 'un numéro de téléphone, par exemple +33612345678',
  email: 'une adresse e-mail, par exemple chloe@example.com',
  method: 'une méthode de livraison',
  title: 'une méthode de livraison',
  price: 'un montant, par exemple 4.90',
  country: 'un code pays de deux lettres, par exemple FR',
  countryCode: 'un code pays de deux lettres, par exemple FR',
  until: 'un moment, par exemple 2026-12-01T09:00:00Z',
  reason: 'un motif',
};

const CONSEQUENCES: Partial<Record<FixKind, string>> = {
  mark_as_paid: 'Ceci enregistre le paiement (et le capture s’il n’est qu’autorisé)',
  cancel_fulfillment: 'Ceci annule les traitements',
  recreate_order: 'Ceci crée une nouvelle commande et écarte l’ancienne',
  remove_item: 'Ceci retire des articles',
  replace_item: 'Ceci remplace des articles',
  add_shipping_line: 'Ceci ajoute une méthode de livraison',
  send_payment_reminder: 'Ceci envoie des e-mails aux clients',
};
