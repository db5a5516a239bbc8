import { describe, expect, it } from 'vitest';
import type { ErrorType } from '../../shared/domain/error-type.ts';
import { causeWords } from './cause-words.ts';
import { createFormat } from './format.ts';

const fr = createFormat('fr-FR', { minute: 'min', hour: 'h', day: 'j' });
const words = (errorType: ErrorType, key: string, label: string): string =>
  causeWords({ errorType, key, label }, 'fr', fr);

describe('a root cause in French', () => {
  it.each([
    [
      'product_not_linked',
      'product_not_linked:v1',
      'Carafe (CAR-1) is not linked',
      'Carafe (CAR-1) n’est pas lié',
    ],
    [
      'product_not_linked',
      'product_not_linked:v1',
      'Carafe (CAR-1) has an inactive link',
      'Carafe (CAR-1) : lien inactif',
    ],
    [
      'product_not_found',
      'product_not_found:x',
      'Vase no longer exists in Shopify',
      'Vase n’existe plus dans Shopify',
    ],
    [
      'no_shippable_product',
      'no_shippable_product:not_physical:v1',
      'Vase is not a physical product',
      'Vase n’est pas un produit physique',
    ],
    ['ignored_by_tag', 'ignored_by_tag:app:Fraud Filter', 'Tagged by Fraud Filter', 'Tagué par Fraud Filter'],
    ['ignored_by_tag', 'ignored_by_tag:unknown', 'Tagged by: not known', 'Tagué, auteur inconnu'],
    ['order_already_fulfilled', 'order_already_fulfilled:by hand', 'Fulfilled by hand', 'Traité à la main'],
    ['payment_pending', 'payment_pending:gateway:paypal', 'Not paid through paypal', 'Non payé par paypal'],
    [
      'destination_not_whitelisted',
      'destination_not_whitelisted:JP',
      'Japan does not sync',
      'Japon : pays non synchronisé',
    ],
    [
      'postal_code_missing',
      'postal_code_missing:IE:cork',
      'Cork, Ireland: no postal code',
      'Cork, Irlande : sans code postal',
    ],
    [
      'postal_code_missing',
      'postal_code_missing:IE:-',
      'Ireland: no postal code',
      'Irlande : sans code postal',
    ],
  ] as const)('%s: %s', (type, key, label, french) => {
    expect(words(type, key, label)).toBe(french);
  });

  it('stays as the engine wrote it where it has another form', () => {
    expect(words('unknown', 'unknown:x', 'Error 42')).toBe('Error 42');
    expect(words('product_not_linked', 'product_not_linked:x', 'Something new')).toBe('Something new');
  });
});

it('an English page shows the engine’s label', () => {
  expect(
    causeWords(
      { errorType: 'ignored_by_tag', key: 'ignored_by_tag:unknown', label: 'Tagged by: not known' },
      'en',
      fr,
    ),
  ).toBe('Tagged by: not known');
});
