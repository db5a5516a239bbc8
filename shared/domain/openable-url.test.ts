import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPENABLE_HOSTS, openableUrl } from './openable-url.ts';

describe('an address that the app may open', () => {
  test.each(OPENABLE_HOSTS)('https on %s, with path and query', (host) => {
    expect(openableUrl(`https://${host}/a/b?c=d#e`)).toBe(`https://${host}/a/b?c=d#e`);
  });

  test('comes back in the form that was checked', () => {
    expect(openableUrl(' https://ADMIN.shopify.com\\store/../store/x ')).toBe(
      'https://admin.shopify.com/store/x',
    );
  });
});

/** An allowed address with something put into it somewhere. */
const nearMiss = fc
  .tuple(
    fc.constantFrom(...OPENABLE_HOSTS),
    fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('@', 'x@', '.evil.example', ':81')),
    fc.nat(30),
  )
  .map(([host, put, at]) => {
    const url = `https://${host}/`;
    return `${url.slice(0, at)}${put}${url.slice(at)}`;
  });

describe('an address that it refuses', () => {
  test.each([
    ['not an address', 'admin.shopify.com'],
    ['empty', ''],
    ['plain http', 'http://admin.shopify.com/'],
    ['script', 'javascript:alert(1)//https://admin.shopify.com/'],
    ['file', 'file:///etc/passwd'],
    ['data', 'data:text/html,https://admin.shopify.com/'],
    ['an application', 'ms-settings:admin.shopify.com'],
    ['another host', 'https://example.com/'],
    ['the allowed host as user name', 'https://admin.shopify.com@evil.example/'],
    ['a user name on the allowed host', 'https://someone@admin.shopify.com/'],
    ['a password on the allowed host', 'https://a:b@admin.shopify.com/'],
    ['a port', 'https://admin.shopify.com:8443/'],
    ['a longer host', 'https://admin.shopify.com.evil.example/'],
    ['a subdomain', 'https://x.app.bigblue.co/'],
    ['a prefix', 'https://evil-admin.shopify.com/'],
    ['a trailing dot', 'https://admin.shopify.com./'],
    ['a look-alike letter', 'https://admin.shopіfy.com/'],
    ['a backslash before the host', 'https://evil.example\\@admin.shopify.com/'],
  ])('%s', (_what, text) => {
    expect(openableUrl(text)).toBeNull();
  });

  test('whatever else anyone makes up', () => {
    fc.assert(
      fc.property(fc.oneof(nearMiss, fc.webUrl(), fc.string()), (text) => {
        const { protocol, host, username } = new URL(openableUrl(text) ?? 'https://app.bigblue.co/');
        expect(OPENABLE_HOSTS).toContain(host);
        expect(`${protocol}${username}`).toBe('https:');
      }),
    );
  });
});
