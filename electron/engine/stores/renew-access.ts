import type { z } from 'zod';
import type { methods } from '../../../shared/contract/methods.ts';
import { BIGBLUE_ENDPOINT } from '../../../shared/domain/store.ts';
import { failed } from '../../../shared/failed.ts';
import { serviceUrl } from '../http/service-url.ts';
import { createBigblueReader } from '../platform/bigblue.ts';
import type { Ports } from '../ports.ts';
import type { ShopProbe } from '../shopify/store-api.ts';
import { platformKeyName, tokenName } from './connections.ts';
import type { Store } from './store.ts';
import { tryStore } from './try-store.ts';

export type NewAccess = z.output<(typeof methods)['stores.reconnect']['input']>;

/** What came of it: where the platform is now, and what the token may do (null: it is the old one). */
export interface RenewedAccess {
  readonly platform: Store['platform'];
  readonly probe: ShopProbe | null;
}

/**
 * Tries a new token, a new platform key or both, and keeps them once both are good. A key for a store that had no
 * platform connects one.
 * @throws UnstuckError `bad_input` naming the field, `refused` for a store that is read from files, or as `tryStore` does
 */
export async function renewAccess(
  store: Store,
  { token, platformKey, platformEndpoint }: NewAccess,
  ports: Ports,
  signal: AbortSignal,
): Promise<RenewedAccess> {
  if (token === undefined && platformKey === undefined)
    throw failed('bad_input', { code: 'token_empty' }, { meta: { field: 'token' } });
  if (token === undefined && store.state === 'readonly')
    throw failed('refused', { code: 'store_read_only', name: store.name });
  if (platformKey === undefined && platformEndpoint !== undefined)
    throw failed('bad_input', { code: 'platform_key_empty' }, { meta: { field: 'platform-key' } });
  const { http, clock, secrets } = ports;
  const endpoint = serviceUrl(
    platformEndpoint ?? store.platform?.endpoint ?? BIGBLUE_ENDPOINT,
    'platform endpoint',
  );
  const platform = platformKey === undefined ? undefined : { endpoint, key: platformKey };

  let probe: ShopProbe | null = null;
  if (token !== undefined) {
    const address = { domain: store.domain, token, endpoint: store.endpoint ?? undefined, platform };
    ({ probe } = await tryStore(address, ports, signal));
  } else if (platform) await createBigblueReader({ ...platform, http, clock }).products(signal);
  if (token !== undefined) await secrets.set(tokenName(store.id), token);
  if (platform) await secrets.set(platformKeyName(store.id), platform.key);
  return {
    platform: platform ? { kind: 'bigblue', endpoint } : store.platform,
    probe,
  };
}
