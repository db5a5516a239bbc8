import { failed } from '../../../shared/failed.ts';

/**
 * A store's domain in lower case, without scheme and slash, as people paste it from the browser.
 * @throws UnstuckError `bad_input` naming the field `domain`
 */
export function shopDomain(text: string): string {
  const domain = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  if (/^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/.test(domain)) return domain;
  throw failed('bad_input', { code: 'not_a_shop_domain' }, { meta: { field: 'domain' } });
}
