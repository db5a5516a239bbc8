import { expect, test } from 'vitest';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed } from '../../../shared/failed.ts';
import { wrongField } from './wrong-field.ts';

const host = 'acme.myshopify.com';
const unreachable = (how: 'no_such_host' | 'no_network'): Failure => ({
  code: 'offline',
  trouble: { code: 'unreachable', host, how, detail: null },
});

test.each<[string, Failure, string | null]>([
  ['a refused token', { code: 'not_authorised', trouble: { code: 'token_refused', host } }, 'token'],
  ['a token that may not read orders', { code: 'no_read_orders', host }, 'token'],
  ['a refused platform key', { code: 'platform_key_refused', host, words: 'no' }, 'platformKey'],
  ['a platform elsewhere', { code: 'platform_status', host, status: 503 }, 'platformEndpoint'],
  ['a host that does not exist', unreachable('no_such_host'), 'domain'],
  ['a web page', { code: 'offline', trouble: { code: 'not_json', host, type: 'text/html' } }, 'domain'],
  ['a host without an API', { code: 'unexpected_answer', trouble: { code: 'no_api', host } }, 'domain'],
  ['no network', unreachable('no_network'), null],
])('%s is told beside its field', (_, said, field) => {
  expect(wrongField(failed('offline', said), 'domain')).toBe(field);
});

test('an address that was given is wrong where the domain would be', () => {
  expect(wrongField(failed('offline', unreachable('no_such_host')), 'endpoint')).toBe('endpoint');
});

test('a field that the engine names is that field, under the form’s name', () => {
  const refused = (field: string) =>
    failed('bad_input', { code: 'bad_address', field, why: 'no_address' }, { meta: { field } });
  expect(wrongField(refused('platform endpoint'), 'domain')).toBe('platformEndpoint');
  expect(wrongField(refused('endpoint'), 'domain')).toBe('endpoint');
  expect(wrongField(refused('something else'), 'domain')).toBe(null);
});

test('a bug is no field’s fault', () => {
  expect(wrongField(new Error('?'), 'domain')).toBe(null);
});
