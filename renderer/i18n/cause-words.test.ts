import { describe, expect, it } from 'vitest';
import { causeLabel } from '../../shared/domain/cause-label.ts';
import type { CauseSubject } from '../../shared/domain/root-cause.ts';
import { causeWords } from './cause-words.ts';
import { createFormat } from './format.ts';

const fr = createFormat('fr-FR', { minute: 'min', hour: 'h', day: 'j' });
const carafe = { title: 'Carafe', sku: 'CAR-1' };
const vase = { title: 'Vase', sku: null };

const CASES: readonly (readonly [subject: CauseSubject, french: string])[] = [
  [{ kind: 'unlinked_variant', ...carafe, link: 'missing' }, 'Carafe (CAR-1)\u00a0: non lié'],
  [{ kind: 'unlinked_variant', ...vase, link: 'inactive' }, 'Vase\u00a0: lien inactif'],
  [{ kind: 'lost_product', ...vase }, 'Vase n’existe plus dans Shopify'],
  [{ kind: 'unshippable_item', ...vase, why: 'not_physical' }, 'Vase n’est pas un produit physique'],
  [
    { kind: 'unshippable_item', ...carafe, why: 'ignored_product' },
    'Carafe (CAR-1) porte le tag produit bigblue-ignore',
  ],
  [
    { kind: 'unshippable_item', ...vase, why: 'stale_order' },
    'Vase\u00a0: sans expédition au moment de la commande',
  ],
  [{ kind: 'tagger', by: 'Fraud Filter', byKind: 'app' }, 'Tagué par Fraud Filter'],
  [{ kind: 'tagger', by: null, byKind: null }, 'Tagué, auteur inconnu'],
  [{ kind: 'fulfiller', by: 'Amazon MCF' }, 'Traité par Amazon MCF'],
  [{ kind: 'fulfiller', by: null }, 'Traité à la main'],
  [{ kind: 'payment_terms' }, 'Conditions de paiement non synchronisées'],
  [{ kind: 'gateways', gateways: ['manual', 'paypal'] }, 'Non payé par manual et paypal'],
  [{ kind: 'gateways', gateways: [] }, 'Non payé, sans moyen de paiement'],
  [{ kind: 'country', country: 'JP' }, 'Japon\u00a0: pays non synchronisé'],
  [{ kind: 'place', country: 'IE', place: 'Cork' }, 'Cork, Irlande\u00a0: sans code postal'],
  [{ kind: 'place', country: 'IE', place: null }, 'Irlande\u00a0: sans code postal'],
  [{ kind: 'message', message: 'Locker 12 is full' }, 'Locker 12 is full'],
];

describe('a root cause', () => {
  it.each(CASES)('%o in French: %s', (subject, french) => {
    expect(causeWords(subject, 'fr', fr)).toBe(french);
  });

  it('in English is what the command line calls it', () => {
    const subject: CauseSubject = { kind: 'country', country: 'JP' };
    expect(causeWords(subject, 'en', fr)).toBe(causeLabel(subject));
  });
});
