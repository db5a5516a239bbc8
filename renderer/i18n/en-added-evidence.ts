import { type AddedErrorType, type EvidenceWords, firstOf } from './evidence-words.ts';
import { shortItems } from '../../shared/domain/short-items.ts';

const FIELDS = {
  name: 'a name',
  address1: 'a street',
  city: 'a city',
  provinceCode: 'a state or province',
} as const;
const LINES = { company: 'company', address1: 'street', address2: 'street, line 2' } as const;
const CONTACT = {
  country_code: 'its country code does not exist',
  too_short: 'it is too short',
  too_long: 'it is too long',
  not_a_number: 'it is not a number',
  not_valid: 'there is none like it',
} as const;

/** The evidence of the errors that the platform's guide does not list. */
export const enAddedEvidence: Pick<EvidenceWords, AddedErrorType> = {
  postal_code_invalid({ country, zip, territory, suggestion }, { format }) {
    const name = format.country(country);
    const from = {
      format: 'in the right spelling it is',
      earlier_order: 'an earlier order of the same customer has',
      same_city: 'another order to the same city has',
    };
    return {
      culprit: zip === '' ? name : `${zip}, ${name}`,
      detail: suggestion === null ? 'not a postal code of that country' : `${suggestion.zip} suggested`,
      sentence: `${zip === '' ? 'The postal code' : `“${zip}”`} is not a postal code of ${name}${territory === null ? '' : `: it is one of ${format.country(territory)}`}.${suggestion === null ? '' : ` For ${name}, ${from[suggestion.from]} ${suggestion.zip}.`}`,
    };
  },
  address_incomplete({ country, missing }, { format }) {
    const what = missing.map((field) => FIELDS[field]);
    return {
      culprit: missing.length === 0 ? 'address' : `without ${format.list(what)}`,
      detail: format.country(country),
      sentence:
        missing.length === 0
          ? 'Bigblue says that the shipping address is not complete.'
          : `The shipping address in ${format.country(country)} lacks ${format.list(what)}.`,
    };
  },
  address_too_long({ limit, lines, split }, { format }) {
    const [first] = lines;
    const parts = lines.map(({ field, length }) => `${LINES[field]} (${format.number(length)} characters)`);
    return {
      culprit: first?.text ?? 'address line',
      detail: first ? `${format.number(first.length)} characters, ${format.number(limit)} fit` : '',
      sentence: `${parts.length === 0 ? 'An address line is' : `${parts.join(' and ')}: more than`} ${parts.length === 0 ? 'longer than carriers print' : `the ${format.number(limit)} characters that carriers print of a line`}.${split === null ? ' It does not fit on two lines: shorten it by hand.' : ` Over two lines it fits: “${split.address1}” and “${split.address2}”.`}`,
    };
  },
  contact_invalid({ faults }) {
    const parts = faults.map(({ field, value, why, suggestion }) => {
      const what = field === 'phone' ? 'The phone number' : 'The e-mail address';
      const wrong = field === 'phone' ? CONTACT[why] : 'mail cannot be sent to it';
      return `${what} “${value}” is not valid: ${wrong}${suggestion === null ? '' : `; ${suggestion} may be meant`}`;
    });
    return {
      culprit: firstOf(faults.map(({ value }) => value)) || 'phone or e-mail',
      detail: faults[0]?.suggestion ? `${faults[0].suggestion} suggested` : 'not valid',
      sentence:
        parts.length === 0
          ? 'Bigblue refuses the phone number or the e-mail address.'
          : `${parts.join('. ')}.`,
    };
  },
  shipping_method_unmapped({ method }) {
    return {
      culprit: method ?? 'no shipping method',
      detail: 'not mapped in Bigblue',
      sentence:
        method === null
          ? 'The order’s shipping method is not mapped to one of Bigblue’s.'
          : `The shipping method “${method}” is not mapped to one of Bigblue’s.`,
    };
  },
  pickup_point_missing({ method }) {
    return {
      culprit: method ?? 'pick-up point',
      detail: 'no pick-up point chosen',
      sentence:
        method === null
          ? 'The order goes to a pick-up point and does not say which.'
          : `“${method}” delivers to a pick-up point, and the order does not say which.`,
    };
  },
  tax_id_missing({ country }, { format }) {
    return {
      culprit: format.country(country),
      detail: 'no tax number',
      sentence: `Customs of ${format.country(country)} want the buyer’s tax number, and the order has none.`,
    };
  },
  out_of_stock({ items }, { format }) {
    return {
      culprit: firstOf(items.map(({ title }) => title)) || 'stock',
      detail: 'waits for stock at Bigblue',
      sentence:
        shortItems(items).length > 0
          ? `Bigblue has fewer left than the order wants: ${format.list(shortItems(items).map(({ title, stock }) => `${title} (${format.number(stock.ordered)} ordered, ${format.number(stock.available)} available)`))}.`
          : `Bigblue has the order and not enough stock${items.length === 0 ? '' : ` of one of: ${format.list(items.map(({ title }) => title))}`}.`,
    };
  },
  duplicate_order({ of }, { format, now }) {
    return {
      culprit: of?.name ?? 'another order',
      detail: of === null ? '' : format.moment(of.createdAt, now),
      sentence:
        of === null
          ? 'Bigblue takes it for a second copy of an order that it has.'
          : `The same customer ordered the same to the same address in ${of.name}, on ${format.moment(of.createdAt, now)}.`,
    };
  },
};
