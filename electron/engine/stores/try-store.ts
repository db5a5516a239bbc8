import { failed } from '../../../shared/failed.ts';
import { serviceUrl } from '../http/service-url.ts';
import { createBigblueReader } from '../platform/bigblue.ts';
import type { Ports } from '../ports.ts';
import { createAdminClient } from '../shopify/client.ts';
import { createStoreReader } from '../shopify/reader.ts';
import { shopDomain } from '../shopify/shop-domain.ts';
import type { ShopProbe } from '../shopify/store-api.ts';

/** What reaching a store takes. The addresses are as people type them. */
export interface StoreAddress {
  readonly domain: string;
  readonly token: string;
  readonly endpoint?: string | undefined;
  readonly platform?: { readonly endpoint: string; readonly key: string } | undefined;
}

export interface TriedStore {
  readonly domain: string;
  readonly endpoint: string | null;
  readonly platformEndpoint: string | null;
  readonly probe: ShopProbe;
  /** How many products the platform has; null: no platform was given. */
  readonly platformProducts: number | null;
}

/**
 * Tries a token and a platform key against their APIs and keeps nothing.
 * @throws UnstuckError `bad_input` naming the field, `unauthorized`, `offline`, `missing_scope` or `bad_answer`
 */
export async function tryStore(
  address: StoreAddress,
  ports: Ports,
  signal: AbortSignal,
): Promise<TriedStore> {
  const { http, clock, logger } = ports;
  const { token, platform } = address;
  const endpoint = address.endpoint === undefined ? null : serviceUrl(address.endpoint, 'endpoint');
  const domain = shopDomain(address.domain);
  const platformEndpoint = platform ? serviceUrl(platform.endpoint, 'platform endpoint') : null;
  const client = createAdminClient({ domain, endpoint, token, http, clock, logger });
  const probe = await createStoreReader(client, { clock, logger }).probe(signal);
  if (probe.domain.toLowerCase() !== domain)
    throw failed(
      'bad_input',
      { code: 'token_of_other', theirs: probe.domain, domain },
      { meta: { field: 'domain' } },
    );
  const products =
    platform && platformEndpoint
      ? await createBigblueReader({ endpoint: platformEndpoint, key: platform.key, http, clock }).products(
          signal,
        )
      : null;
  return { domain, endpoint, platformEndpoint, probe, platformProducts: products?.length ?? null };
}
