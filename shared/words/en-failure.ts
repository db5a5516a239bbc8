import { assertNever } from '../domain/assert-never.ts';
import { type Failure, isWorkspaceFailure } from '../domain/failure.ts';
import type { FixKind } from '../domain/fix.ts';
import { clause } from '../domain/sentence.ts';
import { networkTroubleInEnglish, troubleInEnglish } from './en-trouble.ts';
import type { Voice } from './voice.ts';
import { workspaceFailureInEnglish } from './en-workspace-failure.ts';

/** What failed, in one English sentence that names the field and the remedy. */
export function failureInEnglish(it: Failure, voice: Voice): string {
  if (isWorkspaceFailure(it)) return workspaceFailureInEnglish(it);
  switch (it.code) {
    case 'param_unknown':
      return `${voice.at(it.param)}${voice.fix(it.fix)} takes no “${it.param}”: with --set it takes ${it.takes.length === 0 ? 'nothing' : it.takes.join(', ')}.`;
    case 'param_missing':
      return `${voice.at(it.param)}${voice.fix(it.fix)} needs ${voice.param(it.param)}: give it ${voice.give(it.param)}.`;
    case 'param_wrong':
      return `${voice.at(it.param)}${voice.param(it.param)} ${it.problem}.`;

    case 'offline':
      if (it.trouble.code === 'not_json')
        return `Unexpected answer: ${troubleInEnglish(it.trouble)}, as a network that wants a sign-in or a wrong address does; sign in from a browser, or check the store’s domain.`;
      return `Offline: ${clause(troubleInEnglish(it.trouble))}; check the network and try again.`;
    case 'not_authorised':
      return `Not authorised: ${clause(troubleInEnglish(it.trouble))}; connect the store again.`;
    case 'unexpected_answer':
      return `Unexpected answer: ${withRemedy(troubleInEnglish(it.trouble))}.`;
    case 'store_reports':
      return `${it.host} reports an error: ${clause(it.words)}.`;
    case 'keeps_throttling':
      return `${it.host} keeps throttling requests; try again in a few minutes.`;
    case 'reading_cancelled':
      return `Reading from ${it.host} was cancelled.`;
    case 'missing_scope':
      return `The app may not read this from ${it.host}: ${it.needs === null ? clause(it.words) : `it needs ${it.needs}`}; grant it and reinstall.`;
    case 'no_read_orders':
      return `The token of ${it.host} has no scope read_orders; grant it to the app and give the new token.`;
    case 'no_orders_shown':
      return `${it.host} shows this app no orders: ${clause(it.words)}.`;
    case 'token_empty':
      return 'Field “token” is empty; give the store’s Admin API access token.';
    case 'not_a_shop_domain':
      return 'Field “domain” is not a store’s domain; give one such as example.myshopify.com.';
    case 'bad_address':
      return `Field “${it.field}”: ${ADDRESS[it.why]}; give an address such as https://example.com.`;
    case 'store_connected':
      return `Domain: ${it.domain} is already connected as “${it.name}” (${it.store}); change that store instead.`;
    case 'token_of_other':
      return `Domain: this token belongs to ${it.theirs}, not to ${it.domain}; use that store's own token.`;
    case 'no_store':
      return `There is no store “${it.store}”; “stores list” shows them.`;
    case 'secret_missing': {
      const what = `${it.secret === 'token' ? 'The token' : 'The platform key'} of ${it.name}`;
      return it.variable === null
        ? `${what} is not at hand: reconnect the store.`
        : `${what} is not at hand: set the environment variable ${it.variable} again, or connect ${it.store} again (“stores set ${it.store} --token-env VAR”).`;
    }
    case 'undecided_writes':
      return `${it.name} has writes of which nobody knows yet whether they took effect; decide them in the outbox first.`;
    case 'sync_stopped':
      return 'The sync was stopped.';

    case 'sync_broke_off':
      return `Reading the stores broke off (${it.words}); it goes on at the next sync.`;
    case 'closing':
      return 'Unstuck is closing.';
    case 'one_workspace':
      return 'This host serves one workspace; choose another with --home.';

    case 'platform_key_empty':
      return 'Field “platform-key” is empty; give the platform’s API key.';
    case 'platform_unreachable':
      return `The platform ${it.host} cannot be reached: ${networkTroubleInEnglish(it.how, it.detail)}; try again later.`;
    case 'platform_limits':
      return `The platform ${it.host} is rate limiting; try again later.`;
    case 'platform_status':
      return `The platform ${it.host} answered with status ${it.status}; try again later.`;
    case 'platform_not_json':
      return `The platform ${it.host} answered ${it.method} with something other than JSON; ${PLATFORM_REMEDY}.`;
    case 'platform_key_refused':
      return `The platform ${it.host} refused the API key (${it.words}); give the store a new one.`;
    case 'platform_refused':
      return `The platform ${it.host} refused the request (${it.words}); ${PLATFORM_REMEDY}.`;
    case 'platform_misfit':
      return `The platform ${it.host} answered ${it.method} with something unexpected${it.field === null ? '' : ` in field “${it.field}”`}: ${it.problem}; ${PLATFORM_REMEDY}.`;
    case 'platform_endless':
      return `The platform ${it.host} never ends its pages of ${it.method}; ${PLATFORM_REMEDY}.`;
    case 'store_read_only':
      return `${it.name} is read-only, its orders come from files: import a newer one instead.`;
    case 'no_import':
      return 'This import is no longer under way: choose the file again.';
    case 'import_stopped':
      return 'The import was stopped.';
    case 'columns_missing':
      return `The file has no column ${it.columns.map((column) => `“${column}”`).join(', ')}: export the orders again in the Shopify admin, as “Plain CSV file”.`;
    case 'no_link_list':
      return 'The file is no link list: its first row has to name the columns “variant” or “sku”, and “product”.';
    case 'no_error_list':
      return 'The file is no list of errors, a line of it is too long: copy order and message from the platform’s list.';
    case 'platform_unread':
      return `The fulfilment platform was not read: ${failureInEnglish(it.because, voice)}`;

    case 'no_order':
      return `There is no order ${it.order}; “orders” prints the ids.`;
    case 'no_cause':
      return `There is no cause “${it.cause}”; “causes” prints the keys.`;
    case 'no_write':
      return `There is no write ${it.write}; “outbox” lists them with their numbers.`;
    case 'choice_foreign':
      return `Field “${it.field}” is not in conflict; what is: ${it.fields.join(', ')}.`;
    case 'choice_missing':
      return `Field “${it.field}” is in conflict too; choose mine or theirs for it, or give its value.`;
    case 'choice_uneditable':
      return `Field “${it.field}” takes no other value; choose mine or theirs.`;
    case 'no_run':
      return `There is no run ${it.run}; “outbox” and “history” show the runs.`;
    case 'period_reversed':
      return 'The period ends before it begins; swap --from and --to.';
    case 'schedule_past':
      return `The time to start, ${voice.moment(it.at)}, is over: give a later one, or leave it out.`;
    case 'no_cutoff':
      return 'None of its stores has a cut-off: set one for the store, or give a time to start.';
    case 'plan_committed':
      return `This plan was committed already, as run ${it.run}; plan the fix again to run it again.`;
    case 'wrong_confirmation':
      return `The plan is for ${counted(it.orders)}, not for ${it.confirm}; look at it again, then confirm with ${it.orders}.`;
    case 'needs_confirmation':
      return `${CONSEQUENCES[it.fix] ?? 'This makes changes'} for ${counted(it.orders)}, and nothing undoes that; confirm with ${it.orders} to commit it.`;
    case 'plan_without_writes':
      return 'The plan has no writes, so there is nothing to commit; see why its orders are excluded.';
    case 'plan_store_gone':
      return `The plan is for the store ${it.store}, which is not in this workspace; add the store, then plan the fix again.`;
    case 'nothing_to_undo':
      return `Run ${it.run} has nothing left to undo: ${it.by === null ? 'nothing of it took effect' : `it was undone by run ${it.by}`}.`;

    case 'misfit':
      return `${it.what}${it.field === null ? '' : `, field “${it.field}”`}: ${it.problem}.`;
    case 'other_version':
      return `The page speaks protocol ${it.page} and the engine ${it.engine}; restart Unstuck and reload the page.`;
    case 'answer_misfit':
      return `The engine's answer to ${it.method}${it.field === null ? '' : `, field “${it.field}”`}: ${it.problem}. Restart Unstuck so that page and engine are of one version.`;
    case 'disconnected':
      return 'The connection to the engine ended before it answered; try again.';
    case 'no_session':
      return 'This browser has no session with Unstuck; open the address that Unstuck printed when it started.';
    case 'cancelled':
      return `${it.method} was cancelled.`;
    case 'unexpected':
      return `Unexpected failure: ${it.words}`;
    default:
      return assertNever(it);
  }
}

const counted = (orders: number): string => (orders === 1 ? '1 order' : `${orders} orders`);

/** What can be done about any answer that is not as documented. */
const PLATFORM_REMEDY = 'check the platform’s endpoint, and try again later';

/** A message that does not say what to do gets what can be done about any answer that is not as documented. */
function withRemedy(message: string): string {
  const said = clause(message);
  return said.includes(';')
    ? said
    : `${said}; try again later, and check the store’s domain and endpoint if it stays so`;
}

const ADDRESS = {
  no_address: 'it is not a web address',
  credentials: 'it must not carry a user name or password',
  query: 'it must not have a query or fragment',
  plain_http: 'http without encryption is allowed only on this machine',
} as const;

const CONSEQUENCES: Partial<Record<FixKind, string>> = {
  mark_as_paid: 'This records payment (and captures it where it is only authorised)',
  cancel_fulfillment: 'This cancels the fulfilments',
  recreate_order: 'This creates a new order and dismisses the old one',
  remove_item: 'This removes items',
  replace_item: 'This replaces items',
  add_shipping_line: 'This adds a shipping method',
  send_payment_reminder: 'This e-mails customers',
};
