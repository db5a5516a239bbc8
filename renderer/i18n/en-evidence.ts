import { enAddedEvidence } from './en-added-evidence.ts';
import { firstOf, type EvidenceWords } from './evidence-words.ts';

const CANCEL_REASONS: Readonly<Record<string, string>> = {
  CUSTOMER: 'the customer changed their mind',
  DECLINED: 'payment declined',
  FRAUD: 'fraud',
  INVENTORY: 'items out of stock',
  STAFF: 'staff error',
  OTHER: 'other',
};

const PAYMENT: Readonly<Record<string, string>> = {
  PENDING: 'payment pending',
  AUTHORIZED: 'authorised, not captured',
  PARTIALLY_PAID: 'partially paid',
  EXPIRED: 'authorisation expired',
  VOIDED: 'payment voided',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sku = (item: { readonly sku: string | null }): string =>
  item.sku === null ? '' : ` (SKU ${item.sku})`;

export const enEvidence: EvidenceWords = {
  order_cancelled({ cancelledAt, reason }, { format, now }) {
    const why = reason === null ? null : (CANCEL_REASONS[reason] ?? reason.toLowerCase());
    const when = cancelledAt === null ? null : format.moment(cancelledAt, now);
    return {
      culprit: 'cancelled',
      detail: [when ?? 'when is not known', why].filter((part) => part !== null).join(', '),
      sentence: `Cancelled in Shopify${when === null ? '' : ` on ${when}`}${why === null ? '' : ` (${why})`}, before Bigblue took it in.`,
    };
  },
  order_already_fulfilled({ fulfillments }, { format, now }) {
    const by = [...new Set(fulfillments.map((one) => one.by ?? 'by hand'))];
    const last = fulfillments.at(-1);
    const when = last ? format.moment(last.createdAt, now) : '';
    return {
      culprit: by.length === 0 ? 'fulfilled' : format.list(by),
      detail: when,
      sentence: last
        ? `Fulfilled in Shopify on ${when} (${format.list(by)}), though Bigblue never had it.`
        : 'Marked as fulfilled in Shopify, though Bigblue never had it.',
    };
  },
  ignored_by_tag({ tag, taggedBy, taggedByKind, taggedAt }, { format, now }) {
    const when = taggedAt === null ? null : format.moment(taggedAt, now);
    const who = taggedBy === null ? null : `${taggedByKind === 'app' ? 'the app ' : ''}${taggedBy}`;
    return {
      culprit: tag,
      detail: [taggedBy ?? 'who added it is not known', when].filter((part) => part !== null).join(', '),
      sentence:
        who === null
          ? `The order has the tag ${tag}; who added it is not known.`
          : `The tag ${tag} was added by ${who}${when === null ? '' : ` on ${when}`}.`,
    };
  },
  payment_pending({ status, terms, buyer, gateways, since }, { format, now }) {
    const what = PAYMENT[status] ?? status.toLowerCase();
    const who = buyer === 'b2b' ? 'B2B' : 'B2C';
    const via = gateways.length === 0 ? null : format.list(gateways);
    return {
      culprit: what,
      detail: [who, terms, via].filter((part) => part !== null).join(' · '),
      sentence: `${capital(what)} for ${format.age(since, now)}; a ${who} order${terms === null ? '' : ` with payment terms “${terms}”`}${via === null ? '' : `, to be paid through ${via}`}.`,
    };
  },
  awaiting_global_e_approval({ tags, since }, { format, now }) {
    return {
      culprit: 'Globale::Approved missing',
      detail: tags.join(', '),
      sentence: `A Global-e order without the tag Globale::Approved, waiting for ${format.age(since, now)}.`,
    };
  },
  destination_not_whitelisted({ country, list }, { format }) {
    const name = format.country(country);
    return {
      culprit: name,
      detail: list === 'deny' ? 'excluded from order sync' : 'not in the sync list',
      sentence:
        list === 'deny'
          ? `Orders to ${name} are excluded from order sync in this store’s settings.`
          : `Orders to ${name} do not sync: the country is not in this store’s list.`,
    };
  },
  no_shippable_product({ items, shippingMethod, addressMissing }) {
    const why = {
      not_physical: 'not a physical product',
      ignored_product: 'product tagged bigblue-ignore',
      stale_order: 'needed no shipping when ordered',
    };
    const first = items[0];
    const parts = items.map((item) => `${item.title}${sku(item)}: ${why[item.why]}`);
    const rest = [
      shippingMethod === null ? 'no shipping method' : null,
      addressMissing ? 'no shipping address' : null,
    ];
    return {
      culprit: firstOf(items.map(({ title }) => title)),
      detail: first ? why[first.why] : 'nothing to ship',
      sentence: `Nothing in the order can be shipped. ${[...parts, ...rest]
        .filter((part) => part !== null)
        .map(capital)
        .join('; ')}.`,
    };
  },
  product_not_found({ items }) {
    const names = items.map((item) => `“${item.title}”${sku(item)}`);
    return {
      culprit: firstOf(items.map(({ title }) => title)),
      detail: items[0]?.sku ?? 'no SKU',
      sentence: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not in Shopify any more, or custom items: Bigblue cannot find ${names.length === 1 ? 'it' : 'them'}.`,
    };
  },
  product_not_linked({ items }) {
    const state = { missing: 'not linked', inactive: 'link inactive' };
    const parts = items.map((item) => {
      const [suggestion] = item.suggestions;
      const hint =
        suggestion === undefined
          ? ''
          : `; ${suggestion.name} (${suggestion.product}) has the same ${suggestion.by === 'sku' ? 'SKU' : 'barcode'}`;
      return item.link === 'inactive'
        ? `“${item.title}”${sku(item)} is linked${item.linkedTo === null ? '' : ` to ${item.linkedTo}`}, but the link is not active`
        : `“${item.title}”${sku(item)} is not linked to a Bigblue product${hint}`;
    });
    return {
      culprit: firstOf(items.map(({ title }) => title)),
      detail: items[0] ? [state[items[0].link], items[0].sku].filter((part) => part !== null).join(', ') : '',
      sentence: `${parts.join('. ')}.`,
    };
  },
  postal_code_missing({ country, city, suggestion }, { format }) {
    const where = [city, format.country(country)].filter((part) => part !== null).join(', ');
    const from = {
      earlier_order: 'an earlier order of the same customer',
      same_city: 'another order to the same city',
    };
    return {
      culprit: where,
      detail: suggestion === null ? 'no postal code' : `no postal code, ${suggestion.zip} suggested`,
      sentence: `The shipping address in ${where} has no postal code, and ${format.country(country)} requires one.${suggestion === null ? '' : ` ${suggestion.zip} was used in ${from[suggestion.from]} (${suggestion.order}).`}`,
    };
  },
  ...enAddedEvidence,
  unknown({ message }) {
    return {
      culprit: 'no cause found',
      detail: message ?? '',
      sentence:
        message === null
          ? 'Bigblue does not know the order, and nothing in it says why.'
          : 'Bigblue refuses the order in words that Unstuck does not know.',
    };
  },
};
