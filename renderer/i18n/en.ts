import {
  ERROR_TYPES_IN_ENGLISH,
  FIXES_IN_ENGLISH,
  ORDER_STATES_IN_ENGLISH,
} from '../../shared/words/en-terms.ts';
import { enEvidence } from './en-evidence.ts';
import { enImports } from './en-imports.ts';
import { enHistory } from './en-history.ts';
import { enPages } from './en-pages.ts';
import { enControl } from './en-control.ts';
import { enPlan } from './en-plan.ts';
import { enPlaybook } from './en-playbook.ts';
import { enSearch } from './en-search.ts';
import { enShortcuts } from './en-shortcuts.ts';
import type { Format } from './format.ts';

const orders = (n: number, f: Format): string =>
  `${f.number(n)} ${f.plural(n, { one: 'order', other: 'orders' })}`;
const stores = (n: number, f: Format): string =>
  `${f.number(n)} ${f.plural(n, { one: 'store', other: 'stores' })}`;

export const en = {
  units: { minute: 'min', hour: 'h', day: 'd' },
  errorTypes: ERROR_TYPES_IN_ENGLISH,
  fixes: FIXES_IN_ENGLISH,
  states: ORDER_STATES_IN_ENGLISH,
  evidence: enEvidence,
  plan: enPlan,
  control: enControl,
  pages: enPages,
  history: enHistory,
  imports: enImports,
  playbook: enPlaybook,
  search: enSearch,
  shortcuts: enShortcuts,
  count: { orders, stores, more: (n: number, f: Format): string => `+${f.number(n)} more` },
  quote: (words: string): string => `“${words}”`,
  ago: (age: string | null): string => (age === null ? 'just now' : `${age} ago`),
  nav: {
    label: 'Views and stores',
    triage: 'Triage',
    stores: 'Stores',
    allStores: 'All stores',
    language: 'Language',
    toDark: 'Dark theme',
    toLight: 'Light theme',
    demo: 'Demo data',
    demoHint: 'Invented merchants on this machine: nothing you do here reaches a real store.',
    skip: 'Skip to the content',
  },
  storeState: {
    ok: 'connected',
    offline: 'offline',
    reconnect: 'reconnect',
    readonly: 'read-only',
    neverImported: 'Nothing has been imported for it yet.',
    offlineTitle: (name: string): string => `${name} cannot be reached.`,
    reconnectTitle: (name: string): string => `${name} needs its access token again.`,
    shownAsOf: (ago: string): string => `Its orders are shown as of ${ago}.`,
    neverSynced: 'Nothing has been synced from it yet.',
  },
  sync: {
    label: 'Sync',
    hint: 'Fetch what changed in the stores now',
    running: 'Syncing',
    progress: (done: string, total: string | null, left: string | null): string =>
      total === null ? `${done} orders` : `${done} of ${total}${left === null ? '' : `, ${left} left`}`,
    never: 'never',
    failed: 'The sync did not go through.',
  },
  outbox: {
    title: 'Outbox',
    empty: 'Nothing is waiting to be sent.',
    queued: (n: number, f: Format): string => `${f.number(n)} queued`,
    offline: 'Offline',
    whenOnline: 'Sent as soon as the stores can be reached.',
    paused: 'Paused',
    sending: 'Being sent.',
    sendingFor: (ms: number, f: Format): string =>
      `Being sent: about ${ms < 60_000 ? `${f.number(Math.ceil(ms / 1000))} s` : f.span(ms)} left.`,
    attention: (n: number, f: Format): string =>
      `${f.number(n)} ${f.plural(n, { one: 'needs', other: 'need' })} a decision`,
  },
  board: {
    title: 'Triage',
    causes: 'Fix once, unblock many',
    causesShare: (n: number, percent: string, f: Format): string =>
      `${f.number(n)} ${f.plural(n, { one: 'cause holds', other: 'causes hold' })} ${percent} of stuck orders`,
    unblocks: (n: number, all: number, f: Format): string =>
      n === all
        ? `Fixing it unblocks ${orders(n, f)}.`
        : `${orders(all, f)} have it; fixing it alone unblocks ${f.number(n)}, something else keeps the others too.`,
    showAll: (n: number, f: Format): string => `Show all ${f.number(n)} causes`,
    showFewer: 'Show fewer',
    types: 'By error type',
    oldestOfTile: (age: string): string => `oldest ${age}`,
    trend: (span: string, then: number, now: number, f: Format): string =>
      `Stuck, over the last ${span}: from ${f.number(then)} to ${f.number(now)}`,
    oldest: (age: string): string => `oldest ${age}`,
    predicted: (n: number, f: Format): string => `${f.number(n)} predicted fixed`,
    source: (platform: number, local: number, f: Format): string =>
      platform === 0
        ? 'diagnosed here'
        : local === 0
          ? 'reported by Bigblue'
          : `${f.number(platform)} reported by Bigblue`,
    sourceHint: (platform: number, local: number, f: Format): string =>
      `Bigblue’s own message for ${orders(platform, f)}; diagnosed from the order itself for ${f.number(local)}.`,
    none: 'none stuck',
    nothingStuck: 'Nothing stuck.',
    setAside: 'What was snoozed or dismissed',
    lastChecked: (ago: string): string => `Last checked ${ago}.`,
    noStores: 'No store is connected yet.',
    noStoresRemedy: 'It takes the store’s domain and an access token; each scope is checked as you go.',
    connectFirst: 'Connect a store',
    firstSync: 'The first sync is running; the board fills as orders come in.',
  },
  group: {
    reading: 'Being read',
    labels: {
      stuck: 'Stuck orders',
      predictedFixed: 'Orders that queued fixes free',
      missCutoff: 'Orders that miss the next cut-off',
      snoozed: 'Snoozed orders',
      dismissed: 'Dismissed orders',
    },
    tabsLabel: 'Parts of the group',
    tabs: {
      stuck: 'Stuck',
      predictedFixed: 'Predicted fixed',
      missCutoff: 'Miss the next cut-off',
      snoozed: 'Snoozed',
      dismissed: 'Dismissed',
    },
    causes: 'Root causes',
    allCauses: 'All causes',
    noCauses: 'These orders have no cause in common.',
    columns: {
      order: 'Order',
      evidence: 'Evidence',
      store: 'Store',
      value: 'Value',
      age: 'Age',
      state: 'State',
    },
    sortBy: (column: string): string => `Sort by ${column}`,
    sorted: {
      age: 'Sorted by age, oldest first',
      newest: 'Sorted by age, newest first',
      value: 'Sorted by value, highest first',
      name: 'Sorted by order number',
    },
    empty: {
      stuck: 'No order is stuck for this any more.',
      predictedFixed: 'No queued fix frees an order here.',
      missCutoff: 'No order here hangs on the next cut-off.',
      snoozed: 'No order here is snoozed.',
      dismissed: 'No order here is dismissed.',
    },
    emptyHint: {
      stuck: 'What you fixed or what the stores changed has taken effect.',
      predictedFixed:
        'Once a fix is committed, the orders it frees are listed until the store has confirmed it.',
      missCutoff:
        'These would be stuck orders placed since the last cut-off: fixed in time, they ship as promised.',
      snoozed: 'A snoozed order comes back by itself when its time is up.',
      dismissed: 'What you dismiss stays here, to be put back on the board.',
    },
    back: 'Back to the board',
    queued: 'fix queued',
    queuedHint: 'A fix for it is in the outbox.',
  },
  order: {
    label: 'Order',
    choose: 'Choose an order to see why it is stuck.',
    close: 'Close',
    openInShopify: 'Open in Shopify',
    stuckFor: (age: string): string => `Stuck for ${age}`,
    placed: (moment: string): string => `placed ${moment}`,
    platformSays: 'Bigblue’s message',
    diagnosedHere: 'Diagnosed from the order; Bigblue has not said so itself.',
    /** Of the same root cause. */
    same: (n: number, f: Format): string =>
      f.plural(n, {
        one: 'One more order has the same cause',
        other: `${f.number(n)} more orders have the same cause`,
      }),
    also: 'Also keeps it',
    items: 'Items to ship',
    territory: (zip: string, of: string): string => `${zip} is a postal code of ${of}.`,
    territoryWhy: (country: string): string =>
      `The address says ${country}: carriers and customs go by the country code.`,
    noItems: 'No open items.',
    tags: 'Tags',
    noTags: 'No tags.',
    afterTheFix: 'After the fix',
    afterFix: 'After the queued fix',
    willSync: 'Nothing else keeps it: predicted to sync.',
    stillKept: (type: string): string => `Still kept by: ${type}.`,
    gone: 'This order is not here any more.',
    standing: {
      synced: 'Bigblue has taken it in; nothing keeps it.',
      waiting: 'Too young to tell: Bigblue still has time to take it in.',
      snoozed: 'Snoozed until its cause is gone or you put it back.',
      dismissed: 'Dismissed: it stays off the board until you put it back.',
      closed: 'Nobody waits for it: a test, a sale over the counter, or ended before Bigblue had to know.',
    },
    snoozedUntil: (when: string): string => `Snoozed until ${when}.`,
  },
  errors: {
    failed: 'This could not be read.',
    /** A message that has no words in this language. */
    other: (message: string): string => message,
    retry: 'Try again',
    crashed: 'This view has crashed.',
    crashedBy: (message: string): string => `It says ${message}.`,
    crashedKept: 'It is tried again by itself; your selection and your plan are kept, and all else goes on.',
    disconnected: 'Unstuck’s engine is not answering.',
    reconnecting: 'Connecting again by itself; nothing is lost.',
    workspace: 'A file of this workspace was damaged.',
    understood: 'Understood',
    refused: 'This page may not talk to Unstuck.',
    refusedRemedy:
      'Open the address that Unstuck printed in the terminal when it started; it works once per browser.',
    oldPage: 'This page is of another version than Unstuck’s engine.',
    reload: 'Reload',
  },
};

/** What every language says; `en` is the pattern. */
export type Catalog = typeof en;
