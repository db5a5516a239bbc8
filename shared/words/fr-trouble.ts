import { assertNever } from '../domain/assert-never.ts';
import { clause } from '../domain/sentence.ts';
import type { NetworkTrouble, Trouble } from '../domain/trouble.ts';
import { quoted } from './fr-names.ts';

const NETWORK: Readonly<Record<NetworkTrouble, string>> = {
  refused: 'la connexion a été refusée',
  no_such_host: 'cet hôte n’existe pas',
  no_lookup: 'le nom de l’hôte n’a pas pu être résolu',
  no_network: 'le réseau est injoignable',
  no_route: 'l’hôte est injoignable',
  no_address: 'cette machine n’a pas d’adresse réseau',
  connect_timeout: 'la connexion n’a pas pu être ouverte à temps',
  certificate: 'son certificat n’a pas été accepté',
  cut: 'la connexion a été coupée',
  no_answer: 'aucune réponse n’est venue à temps',
  slow_answer: 'la réponse n’est pas arrivée à temps',
  broken_off: 'l’échange a été interrompu',
  failed: 'la connexion a échoué',
};

/** How a connection failed, in a clause without the host. */
export function networkTroubleInFrench(how: NetworkTrouble, detail: string | null): string {
  return detail === null ? NETWORK[how] : `${NETWORK[how]} (${detail})`;
}

/** Why a request brought no usable answer, in a clause that can become a sentence. */
export function troubleInFrench(it: Trouble): string {
  switch (it.code) {
    case 'unreachable':
      return `${it.host} est injoignable : ${networkTroubleInFrench(it.how, it.detail)}`;
    case 'not_sent':
      return 'la requête a été annulée avant son envoi';
    case 'cut_off':
      return `la réponse de ${it.host} est tronquée`;
    case 'not_json':
      return `${it.host} a répondu par ${it.type === 'text/html' ? 'une page web' : (it.type ?? 'un contenu sans type')} au lieu de JSON`;
    case 'status':
      return `${it.host} a répondu par le statut ${it.status}`;
    case 'token_refused':
      return `${it.host} a refusé le jeton d’accès`;
    case 'app_refused':
      return `${it.host} refuse cette app : le jeton ou l’app est peut-être révoqué`;
    case 'frozen':
      return `${it.host} est gelée tant que son abonnement n’est pas payé`;
    case 'locked':
      return `${it.host} est verrouillée par Shopify`;
    case 'no_api':
      return `${it.host} n’a pas d’API Admin à cette adresse ; vérifiez le domaine`;
    case 'redirects':
      return `${it.host} renvoie ailleurs ; utilisez le domaine en …myshopify.com de la boutique`;
    case 'reports':
      return `${it.host} répond ${quoted(clause(it.words))}`;
    case 'denied':
      return `Shopify refuse l’accès : ${quoted(clause(it.words))}`;
    case 'order_misfit':
      return `son champ ${quoted(it.field)} ne convient pas : ${quoted(clause(it.problem))}`;
    case 'line_damaged':
      return 'sa ligne dans le fichier de l’export groupé est abîmée';
    case 'verbatim':
      return quoted(clause(it.words));
    case 'misfit':
      return `la réponse de ${it.host} à ${it.operation} n’a pas la forme attendue${it.field === null ? '' : `, champ ${quoted(it.field)}`} (${quoted(clause(it.problem))})`;
    default:
      return assertNever(it);
  }
}
