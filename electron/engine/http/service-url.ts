import { UnstuckError } from '../../../shared/errors.ts';

/**
 * Reads a service's base address without its trailing slash. Tokens travel to it, so it must be https; plain http is
 * allowed on this machine only (demo merchants, tests). `field` is the setting that an error names.
 * @throws UnstuckError `bad_input`
 */
export function serviceUrl(text: string, field: string): string {
  const url = URL.parse(text.trim());
  const refuse = (why: string) =>
    new UnstuckError('bad_input', `Field “${field}”: ${why}; give an address such as https://example.com.`, {
      meta: { field },
    });
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw refuse('it is not a web address');
  if (url.username || url.password) throw refuse('it must not carry a user name or password');
  if (url.search || url.hash) throw refuse('it must not have a query or fragment');
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw refuse('http without encryption is allowed only on this machine');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
