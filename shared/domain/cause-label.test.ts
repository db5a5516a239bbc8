import { expect, test } from 'vitest';
import type { CauseSubject } from './root-cause.ts';
import { causeLabel } from './cause-label.ts';

const carafe = { title: 'Carafe', sku: 'CAR-1' };
const vase = { title: 'Vase', sku: null };

test.each<[string, CauseSubject]>([
  ['Tagged by Fraud Filter', { kind: 'tagger', by: 'Fraud Filter', byKind: 'app' }],
  ['Tagged by somebody not known', { kind: 'tagger', by: null, byKind: null }],
  ['Fulfilled by Amazon MCF', { kind: 'fulfiller', by: 'Amazon MCF' }],
  ['Fulfilled by hand', { kind: 'fulfiller', by: null }],
  ['Orders with payment terms do not sync', { kind: 'payment_terms' }],
  ['Not paid through manual and paypal', { kind: 'gateways', gateways: ['manual', 'paypal'] }],
  ['Not paid, no payment gateway', { kind: 'gateways', gateways: [] }],
  ['Japan does not sync', { kind: 'country', country: 'JP' }],
  ['Cork, Ireland: no postal code', { kind: 'place', country: 'IE', place: 'Cork' }],
  ['Ireland: no postal code', { kind: 'place', country: 'IE', place: null }],
  ['Vase is not a physical product', { kind: 'unshippable_item', ...vase, why: 'not_physical' }],
  [
    'Carafe (CAR-1) has the product tag bigblue-ignore',
    { kind: 'unshippable_item', ...carafe, why: 'ignored_product' },
  ],
  ['Vase needed no shipping when ordered', { kind: 'unshippable_item', ...vase, why: 'stale_order' }],
  ['Carafe (CAR-1) no longer exists in Shopify', { kind: 'lost_product', ...carafe }],
  ['Carafe (CAR-1) is not linked', { kind: 'unlinked_variant', ...carafe, link: 'missing' }],
  ['Vase has an inactive link', { kind: 'unlinked_variant', ...vase, link: 'inactive' }],
  ['Locker 12 is full', { kind: 'message', message: 'Locker 12 is full' }],
])('a cause is called “%s”', (label, subject) => {
  expect(causeLabel(subject)).toBe(label);
});
