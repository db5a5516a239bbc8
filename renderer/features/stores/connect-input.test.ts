import { describe, expect, test } from 'vitest';
import { connectInput } from './connect-input.ts';

const typed = (fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const COMPLETE = { name: 'Acme', domain: ' acme.myshopify.com ', token: 'shpat_1' };

describe('the connect form, read', () => {
  test('leaves out what was left empty', () => {
    expect(connectInput(typed({ ...COMPLETE, endpoint: ' ', countries: '' }), 'connect')).toEqual({
      name: 'Acme',
      address: { domain: 'acme.myshopify.com', token: 'shpat_1' },
      settings: { paymentTerms: false },
      wrong: [],
    });
  });

  test('takes a platform key to Bigblue’s own address unless another is given', () => {
    const key = { ...COMPLETE, platformKey: 'k' };
    expect(connectInput(typed(key), 'check').address.platform).toEqual({
      endpoint: 'https://api.bigblue.co',
      key: 'k',
    });
    const other = typed({ ...key, platformEndpoint: 'http://127.0.0.1:4010' });
    expect(connectInput(other, 'check').address.platform?.endpoint).toBe('http://127.0.0.1:4010');
  });

  test('takes the countries, payment terms and link route', () => {
    const data = typed({ ...COMPLETE, countries: 'except:ru', paymentTerms: 'on', linkRoute: 'sku' });
    expect(connectInput(data, 'connect').settings).toEqual({
      countries: { mode: 'deny', countries: ['RU'] },
      paymentTerms: true,
      linkRoute: 'sku',
    });
  });

  test('names every field that needs mending at once; a check needs no name', () => {
    const data = typed({ countries: 'France', platformEndpoint: 'https://api.bigblue.co' });
    expect(connectInput(data, 'connect').wrong).toEqual([
      'name',
      'domain',
      'token',
      'platformKey',
      'countries',
    ]);
    expect(connectInput(data, 'check').wrong).not.toContain('name');
  });
});
