import type { z } from 'zod';
import type { methods } from '../../../shared/contract/methods.ts';
import { DEFAULT_GRACE_MINUTES, DEFAULT_SINCE_DAYS } from '../../../shared/domain/store.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { serviceUrl } from '../http/service-url.ts';
import { createBigblueReader } from '../platform/bigblue.ts';
import type { Ports } from '../ports.ts';
import { createAdminClient } from '../shopify/client.ts';
import { createStoreReader } from '../shopify/reader.ts';
import { shopDomain } from '../shopify/shop-domain.ts';
import { platformKeyName, tokenName } from './connections.ts';
import { storeIdFor } from './store-id.ts';
import type { Store } from './store.ts';
import type { StoresRepo } from './stores-repo.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export type NewStore = z.output<(typeof methods)['stores.add']['input']>;

/**
 * Connects a store: the token is tried against the API, its scopes and what they withhold are read, then the store and
 * its secrets are kept. Nothing is kept when any of that fails.
 * @throws UnstuckError `bad_input`, `unauthorized`, `offline`, `missing_scope` or `bad_answer`
 */
export async function addStore(
  input: NewStore,
  { stores, ports, signal }: { stores: StoresRepo; ports: Ports; signal: AbortSignal },
): Promise<Store> {
  const endpoint = input.endpoint === undefined ? null : serviceUrl(input.endpoint, 'endpoint');
  const domain = shopDomain(input.domain);
  const platformEndpoint = input.platform ? serviceUrl(input.platform.endpoint, 'platform endpoint') : null;
  const others = stores.list();
  const twin = others.find((store) => store.domain === domain);
  if (twin)
    throw new UnstuckError(
      'bad_input',
      `Domain: ${domain} is already connected as “${twin.name}” (${twin.id}).`,
      {
        meta: { field: 'domain' },
      },
    );

  const { http, clock, logger, secrets } = ports;
  const client = createAdminClient({
    domain,
    endpoint,
    token: input.token,
    http,
    clock,
    logger,
  });
  const probe = await createStoreReader(client, { clock, logger }).probe(signal);
  if (probe.domain.toLowerCase() !== domain)
    throw new UnstuckError(
      'bad_input',
      `Domain: this token belongs to ${probe.domain}, not to ${domain}; use that store's own token.`,
      { meta: { field: 'domain' } },
    );
  if (input.platform && platformEndpoint)
    await createBigblueReader({ endpoint: platformEndpoint, key: input.platform.key, http, clock }).products(
      signal,
    );

  const now = clock.now();
  const store: Store = {
    id: storeIdFor(input.name, new Set(others.map(({ id }) => id))),
    name: input.name,
    domain,
    endpoint,
    platform: platformEndpoint === null ? null : { kind: 'bigblue', endpoint: platformEndpoint },
    currency: probe.currency,
    settings: {
      countries: input.countries ?? null,
      paymentTerms: input.paymentTerms ?? false,
      linkRoute: input.linkRoute ?? null,
      since: input.since ?? now - DEFAULT_SINCE_DAYS * DAY_MS,
      graceMinutes: DEFAULT_GRACE_MINUTES,
      globaleTagPrefix: 'Globale',
    },
    scopes: probe.scopes,
    missingScopes: probe.missingScopes,
    redacted: probe.redacted,
    tokenEnv: input.tokenEnv ?? null,
    platformKeyEnv: input.platform?.keyEnv ?? null,
    addedAt: now,
    state: 'ok',
    stateReason: null,
    lastSync: null,
  };
  await secrets.set(tokenName(store.id), input.token);
  if (input.platform) await secrets.set(platformKeyName(store.id), input.platform.key);
  stores.put(store);
  return store;
}
