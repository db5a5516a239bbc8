import { failed } from '../../../shared/failed.ts';

/**
 * Reads a service's base address without its trailing slash. Tokens travel to it, so it must be https; plain http is
 * allowed on this machine only (demo merchants, tests). `field` is the setting that an error names.
 * @throws UnstuckError `bad_input`
 */
export function serviceUrl(text: string, field: string): string {
  const url = URL.parse(text.trim());
  const refuse = (why: 'no_address' | 'credentials' | 'query' | 'plain_http') =>
    failed('bad_input', { code: 'bad_address', field, why }, { meta: { field } });
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw refuse('no_address');
  if (url.username || url.password) throw refuse('credentials');
  if (url.search || url.hash) throw refuse('query');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw refuse('plain_http');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
