import { UnstuckError } from '../../../shared/errors.ts';

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
  throw new UnstuckError(
    'bad_input',
    'Field “domain” is not a store’s domain; give one such as example.myshopify.com.',
    {
      meta: { field: 'domain' },
    },
  );
}
