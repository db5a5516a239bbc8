import type { FixKind } from '../../shared/domain/fix.ts';
import type { Format } from './format.ts';

const orders = (n: number, f: Format): string =>
  `${f.number(n)} ${f.plural(n, { one: 'order', other: 'orders' })}`;

/** What a fix that nothing undoes does, and to how many: said before it is confirmed. */
export const enConsequences: Partial<Record<FixKind, (n: number, f: Format) => string>> = {
  mark_as_paid: (n, f) =>
    `Payment is recorded for ${orders(n, f)}, and captured where it is only authorised.`,
  cancel_fulfillment: (n, f) => `The fulfilments of ${orders(n, f)} are cancelled.`,
  recreate_order: (n, f) =>
    `${f.number(n)} new ${f.plural(n, { one: 'order is', other: 'orders are' })} created, and the old ${f.plural(n, { one: 'one is', other: 'ones are' })} dismissed.`,
  remove_item: (n, f) => `Items are taken out of ${orders(n, f)}.`,
  replace_item: (n, f) => `Items of ${orders(n, f)} are replaced.`,
  add_shipping_line: (n, f) => `A shipping method is added to ${orders(n, f)}.`,
  send_payment_reminder: (n, f) =>
    `The ${f.plural(n, { one: 'buyer', other: 'buyers' })} of ${orders(n, f)} ${f.plural(n, { one: 'gets', other: 'get' })} an e-mail.`,
};
