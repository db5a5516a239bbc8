import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../shared/domain/diagnosis.ts';
import { enEvidence } from './en-evidence.ts';
import { wordsFor } from './evidence-words.ts';
import { createFormat } from './format.ts';
import { frEvidence } from './fr-evidence.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const TUESDAY = Date.parse('2026-11-24T08:14:00Z');
const DAY = 24 * 3_600_000;
const local = { source: 'local', message: null } as const;
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const en = {
  format: createFormat('en-GB', { minute: 'min', hour: 'h', day: 'd' }, 'Europe/Paris'),
  now: NOW,
};
const fr = {
  format: createFormat('fr-FR', { minute: 'min', hour: 'h', day: 'j' }, 'Europe/Paris'),
  now: NOW,
};

const item = { lineItem: 'l', title: 'Carafe / Smoke', sku: 'CAR-SMK', variant: 'v', product: 'p' };

const CASES: readonly (readonly [diagnosis: Diagnosis, culprit: string, english: string, french: string])[] =
  [
    [
      { type: 'order_cancelled', ...local, evidence: { cancelledAt: TUESDAY, reason: 'CUSTOMER' } },
      'cancelled',
      'Cancelled in Shopify on Tue 09:14 (the customer changed their mind), before Bigblue took it in.',
      'Annulée dans Shopify (mar. 09:14, le client a changé d’avis) avant que Bigblue ne la reçoive.',
    ],
    [
      {
        type: 'order_cancelled',
        source: 'platform',
        message: 'Order cancelled on Shopify',
        evidence: { cancelledAt: null, reason: null },
      },
      'cancelled',
      'Cancelled in Shopify, before Bigblue took it in.',
      'Annulée dans Shopify avant que Bigblue ne la reçoive.',
    ],
    [
      {
        type: 'order_already_fulfilled',
        ...local,
        evidence: { fulfillments: [{ id: 'f', status: 'SUCCESS', by: 'Amazon MCF', createdAt: TUESDAY }] },
      },
      'Amazon MCF',
      'Fulfilled in Shopify on Tue 09:14 (Amazon MCF), though Bigblue never had it.',
      'Marquée comme traitée dans Shopify (mar. 09:14, Amazon MCF), alors que Bigblue ne l’a jamais eue.',
    ],
    [
      {
        type: 'ignored_by_tag',
        ...local,
        evidence: { tag: 'bigblue-ignore', taggedBy: 'Fraud Filter', taggedByKind: 'app', taggedAt: TUESDAY },
      },
      'bigblue-ignore',
      'The tag bigblue-ignore was added by the app Fraud Filter on Tue 09:14.',
      'Le tag bigblue-ignore a été ajouté par l’application Fraud Filter (mar. 09:14).',
    ],
    [
      {
        type: 'ignored_by_tag',
        ...local,
        evidence: { tag: 'Bigblue-Ignore', taggedBy: null, taggedByKind: null, taggedAt: null },
      },
      'Bigblue-Ignore',
      'The order has the tag Bigblue-Ignore; who added it is not known.',
      'La commande porte le tag Bigblue-Ignore ; on ne sait pas qui l’a ajouté.',
    ],
    [
      {
        type: 'payment_pending',
        ...local,
        evidence: {
          status: 'PENDING',
          terms: 'Net 30',
          buyer: 'b2b',
          gateways: ['bank_deposit'],
          canMarkAsPaid: true,
          since: NOW - 5 * DAY,
        },
      },
      'payment pending',
      'Payment pending for 5 d; a B2B order with payment terms “Net 30”, to be paid through bank_deposit.',
      'Paiement en attente depuis 5 j ; commande B2B avec les conditions de paiement « Net 30 », à régler par bank_deposit.',
    ],
    [
      {
        type: 'awaiting_global_e_approval',
        ...local,
        evidence: { tags: ['Globale::Pending'], since: NOW - DAY },
      },
      'Globale::Approved missing',
      'A Global-e order without the tag Globale::Approved, waiting for 24 h.',
      'Commande Global-e sans le tag Globale::Approved, en attente depuis 24 h.',
    ],
    [
      { type: 'destination_not_whitelisted', ...local, evidence: { country: 'JP', list: 'allow' } },
      'Japan',
      'Orders to Japan do not sync: the country is not in this store’s list.',
      'Destination Japon : ce pays n’est pas dans la liste des pays synchronisés de la boutique.',
    ],
    [
      {
        type: 'no_shippable_product',
        ...local,
        evidence: {
          items: [
            {
              ...item,
              requiredShippingAtOrder: false,
              requiresShippingNow: false,
              productTags: [],
              why: 'not_physical',
            },
          ],
          shippingMethod: null,
          addressMissing: false,
        },
      },
      'Carafe / Smoke',
      'Nothing in the order can be shipped. Carafe / Smoke (SKU CAR-SMK): not a physical product; No shipping method.',
      'Rien dans la commande ne peut être expédié. Carafe / Smoke (SKU CAR-SMK) : pas un produit physique ; Pas de méthode de livraison.',
    ],
    [
      {
        type: 'product_not_found',
        ...local,
        evidence: { items: [item, { ...item, title: 'Engraving', sku: null }] },
      },
      'Carafe / Smoke +1',
      '“Carafe / Smoke” (SKU CAR-SMK), “Engraving” are not in Shopify any more, or custom items: Bigblue cannot find them.',
      '« Carafe / Smoke » (SKU CAR-SMK), « Engraving » n’existent plus dans Shopify, ou sont des articles personnalisés : Bigblue ne les trouve pas.',
    ],
    [
      {
        type: 'product_not_linked',
        ...local,
        evidence: {
          items: [
            {
              ...item,
              barcode: null,
              link: 'missing',
              linkedTo: null,
              suggestions: [{ product: 'DIGG-000123-0001', name: 'Smoke carafe', by: 'sku' }],
            },
          ],
        },
      },
      'Carafe / Smoke',
      '“Carafe / Smoke” (SKU CAR-SMK) is not linked to a Bigblue product; Smoke carafe (DIGG-000123-0001) has the same SKU.',
      '« Carafe / Smoke » (SKU CAR-SMK) n’est lié à aucun produit Bigblue ; Smoke carafe (DIGG-000123-0001) a le même SKU.',
    ],
    [
      {
        type: 'postal_code_missing',
        ...local,
        evidence: {
          country: 'IE',
          city: 'Cork',
          province: null,
          suggestion: { zip: 'T12 X70A', from: 'earlier_order', order: '#1001' },
        },
      },
      'Cork, Ireland',
      'The shipping address in Cork, Ireland has no postal code, and Ireland requires one. T12 X70A was used in an earlier order of the same customer (#1001).',
      'L’adresse de livraison (Cork, Irlande) n’a pas de code postal, obligatoire pour ce pays. T12 X70A figure dans une commande précédente du même client (#1001).',
    ],
    [
      { type: 'unknown', source: 'platform', message: 'Error 42', evidence: { message: 'Error 42' } },
      'no cause found',
      'Bigblue refuses the order in words that Unstuck does not know.',
      'Bigblue refuse la commande avec un message qu’Unstuck ne connaît pas.',
    ],
  ];

describe('evidence in words names the culprit', () => {
  it.each(CASES)('$type', (diagnosis, culprit, english, french) => {
    const words = wordsFor(enEvidence, diagnosis, en);
    expect(words.culprit).toBe(culprit);
    expect(plain(words.sentence)).toBe(english);
    expect(plain(wordsFor(frEvidence, diagnosis, fr).sentence)).toBe(french);
  });
});
