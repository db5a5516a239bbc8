import { titleAndSku } from '../../../shared/domain/cause-label.ts';
import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import { COMMAND_LINE } from '../../../shared/words/command-line.ts';
import { writeReasonInEnglish } from '../../../shared/words/en-write-reason.ts';
import { minute } from './minute.ts';
import type { ReportWords } from './report-words.ts';
import { shortItems } from '../../../shared/domain/short-items.ts';

/** An English report calls types, fixes and states by their keys, as the command line does. */
export const EN_REPORT: ReportWords = {
  title: (from, to) => `Incident report ${minute(from)} to ${minute(to)} UTC`,
  made: (stores, at, agent) => `${stores}. Made ${minute(at)} UTC by ${agent}.`,
  holds:
    'Orders created in this period that are stuck, snoozed or dismissed now, and every order that a fix of this period touched.',
  totals: (stuck, value, handled, runs) =>
    `**${stuck} orders stuck** (${value}), **${handled} handled** in ${runs} runs.`,
  stuck: {
    title: 'Stuck now, by error type',
    none: 'Nothing stuck.',
    head: ['Error type', 'Orders', 'Value', 'Oldest'],
  },
  fixes: {
    title: 'Fixes',
    none: 'No fix was committed.',
    head: ['When', 'Fix', 'By', 'Orders', 'Results'],
  },
  orders: {
    title: 'Orders',
    none: 'None.',
    head: ['Store', 'Order', 'Created', 'State', 'Why', 'Value', 'Done'],
  },
  errorType: (type) => type,
  fix: (kind) => kind,
  undoOf: (fix) => `undo of ${fix}`,
  orderState: (state) => state,
  writeState: (state) => state,
  evidence: evidenceSentence,
  reason: (reason) => writeReasonInEnglish(reason, COMMAND_LINE),
  someoneOfStaff: 'a staff member',
  redacted: 'redacted',
};

const list = (parts: readonly string[]): string => [...new Set(parts)].join(', ');

function evidenceSentence({ type, evidence }: Diagnosis): string {
  switch (type) {
    case 'order_cancelled':
      return `Cancelled${evidence.cancelledAt === null ? ' at a time not known' : ` on ${minute(evidence.cancelledAt)} UTC`}${evidence.reason === null ? '' : ` (${evidence.reason.toLowerCase()})`}.`;
    case 'order_already_fulfilled': {
      const by = list(evidence.fulfillments.map((fulfillment) => fulfillment.by ?? 'unnamed service'));
      return `Already fulfilled${by === '' ? '' : ` by ${by}`}.`;
    }
    case 'ignored_by_tag':
      return `Carries the tag ${evidence.tag}, set by ${evidence.taggedBy ?? 'somebody not known'}${evidence.taggedAt === null ? '' : ` on ${minute(evidence.taggedAt)} UTC`}.`;
    case 'payment_pending':
      return `Payment is ${evidence.status.toLowerCase().replaceAll('_', ' ')} (${evidence.buyer === 'b2b' ? 'B2B' : 'B2C'}${evidence.terms === null ? '' : `, ${evidence.terms}`}${evidence.gateways.length === 0 ? '' : `, ${list(evidence.gateways)}`}).`;
    case 'awaiting_global_e_approval':
      return 'Waits for Global-e to approve it.';
    case 'destination_not_whitelisted':
      return `Orders to ${evidence.country} do not sync for this store.`;
    case 'no_shippable_product':
      return `No item counts as shippable: ${list(evidence.items.map(({ title, why }) => `${title} (${WHY[why]})`))}.`;
    case 'product_not_found':
      return `No longer in the shop, or never was: ${list(evidence.items.map(titleAndSku))}.`;
    case 'product_not_linked':
      return `${list(evidence.items.map((item) => `${titleAndSku(item)}: link ${item.link}`))}.`;
    case 'postal_code_missing':
      return `No postal code for ${evidence.city ?? 'an unnamed city'}, ${evidence.country}.`;
    case 'postal_code_invalid':
      return `${evidence.zip === '' ? 'The postal code' : `“${evidence.zip}”`} is not a postal code of ${evidence.country}${evidence.territory === null ? '' : ` but of ${evidence.territory}`}.`;
    case 'address_incomplete':
      return `The address in ${evidence.country} lacks ${list(evidence.missing.map((field) => FIELDS[field])) || 'something'}.`;
    case 'address_too_long':
      return `Longer than ${evidence.limit} characters: ${list(evidence.lines.map(({ text, length }) => `“${text}” (${length})`)) || 'an address line'}.`;
    case 'contact_invalid':
      return `Not valid: ${list(evidence.faults.map(({ field, value, why }) => `${CONTACTS[field]} “${value}” (${why.replaceAll('_', ' ')})`)) || 'phone number or e-mail'}.`;
    case 'shipping_method_unmapped':
      return `The platform has no mapping for the shipping method ${evidence.method ?? 'of the order'}.`;
    case 'pickup_point_missing':
      return `No pick-up point is chosen${evidence.method === null ? '' : ` for ${evidence.method}`}.`;
    case 'tax_id_missing':
      return `No tax number for an order to ${evidence.country}.`;
    case 'out_of_stock':
      if (shortItems(evidence.items).length > 0)
        return `The platform has fewer left than ordered: ${list(shortItems(evidence.items).map((item) => `${titleAndSku(item)} (${item.stock.ordered} ordered, ${item.stock.available} available)`))}.`;
      return `The platform waits for stock${evidence.items.length === 0 ? '' : ` of one of ${list(evidence.items.map(titleAndSku))}`}.`;
    case 'duplicate_order':
      return evidence.of === null
        ? 'The platform takes it for a copy of another order.'
        : `Repeats ${evidence.of.name} of ${minute(evidence.of.createdAt)} UTC.`;
    case 'unknown':
      return evidence.message === null ? 'No cause found.' : `The platform says “${evidence.message}”.`;
  }
}

const FIELDS = { name: 'a name', address1: 'a street', city: 'a city', provinceCode: 'a province' } as const;
const CONTACTS = { phone: 'phone number', email: 'e-mail address' } as const;

const WHY = {
  not_physical: 'not a physical product',
  ignored_product: 'product tagged bigblue-ignore',
  stale_order: 'not physical when the order was placed',
} as const;
