import { assertNever } from '../domain/assert-never.ts';
import type { NetworkTrouble, Trouble } from '../domain/trouble.ts';

const NETWORK: Readonly<Record<NetworkTrouble, string>> = {
  refused: 'the connection was refused',
  no_such_host: 'there is no such host',
  no_lookup: 'the host name could not be looked up',
  no_network: 'the network cannot be reached',
  no_route: 'the host cannot be reached',
  no_address: 'this machine has no network address',
  connect_timeout: 'the connection could not be opened in time',
  certificate: 'its certificate was not accepted',
  cut: 'the connection was cut',
  no_answer: 'no answer came in time',
  slow_answer: 'the answer did not arrive in time',
  broken_off: 'it was broken off',
  failed: 'the connection failed',
};

/** How a connection failed, in a clause without the host. */
export function networkTroubleInEnglish(how: NetworkTrouble, detail: string | null): string {
  return detail === null ? NETWORK[how] : `${NETWORK[how]} (${detail})`;
}

/** Why a request brought no usable answer, in a clause that can become a sentence. */
export function troubleInEnglish(it: Trouble): string {
  switch (it.code) {
    case 'unreachable':
      return `${it.host} cannot be reached: ${networkTroubleInEnglish(it.how, it.detail)}`;
    case 'not_sent':
      return 'it was cancelled before it was sent';
    case 'cut_off':
      return `the answer of ${it.host} is cut off`;
    case 'not_json':
      return `${it.host} answered with ${it.type === 'text/html' ? 'a web page' : (it.type ?? 'something of no type')} instead of JSON`;
    case 'status':
      return `${it.host} answered with status ${it.status}`;
    case 'token_refused':
      return `${it.host} refused the access token`;
    case 'app_refused':
      return `${it.host} refuses this app: the token or the app may be revoked`;
    case 'frozen':
      return `${it.host} is frozen until its plan is paid`;
    case 'locked':
      return `${it.host} is locked by Shopify`;
    case 'no_api':
      return `${it.host} has no Admin API at this address; check the domain`;
    case 'redirects':
      return `${it.host} redirects elsewhere; use the store’s …myshopify.com domain`;
    case 'reports':
      return `${it.host} reports: ${it.words}`;
    case 'denied':
      return it.words;
    case 'order_misfit':
      return `its field “${it.field}” does not fit: ${it.problem}`;
    case 'line_damaged':
      return 'its line in the file of the bulk operation is damaged';
    case 'verbatim':
      return it.words;
    case 'misfit':
      return `the answer of ${it.host} to ${it.operation} does not fit its type${it.field === null ? '' : `, field “${it.field}”`}: ${it.problem}`;
    default:
      return assertNever(it);
  }
}
