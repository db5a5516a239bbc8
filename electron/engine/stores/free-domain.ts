import { failed } from '../../../shared/failed.ts';
import { shopDomain } from '../shopify/shop-domain.ts';
import type { Store } from './store.ts';

/**
 * A domain as it is typed, of a store that is not there yet.
 * @throws UnstuckError `bad_input` naming the field `domain`
 */
export function freeDomain(text: string, others: readonly Store[]): string {
  const domain = shopDomain(text);
  const twin = others.find((store) => store.domain === domain);
  if (!twin) return domain;
  throw failed(
    'bad_input',
    { code: 'store_connected', domain: twin.domain, name: twin.name, store: twin.id },
    { meta: { field: 'domain' } },
  );
}
