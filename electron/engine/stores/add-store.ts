import type { z } from 'zod';
import type { methods } from '../../../shared/contract/methods.ts';
import { DEFAULT_CUTOFFS } from '../../../shared/domain/cutoff.ts';
import { DEFAULT_GRACE_MINUTES, DEFAULT_SINCE_DAYS } from '../../../shared/domain/store.ts';
import type { Ports } from '../ports.ts';
import { addedRules } from './added-rules.ts';
import { platformKeyName, tokenName } from './connections.ts';
import { freeDomain } from './free-domain.ts';
import { storeIdFor } from './store-id.ts';
import type { Store } from './store.ts';
import type { StoresRepo } from './stores-repo.ts';
import { tryStore } from './try-store.ts';

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
  const others = stores.list();
  freeDomain(input.domain, others);
  const { domain, endpoint, platformEndpoint, probe } = await tryStore(input, ports, signal);
  const { clock, secrets } = ports;

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
      ...addedRules(input),
      cutoffs: DEFAULT_CUTOFFS,
    },
    scopes: probe.scopes,
    missingScopes: probe.missingScopes,
    redacted: probe.redacted,
    tokenEnv: input.tokenEnv ?? null,
    platformKeyEnv: input.platform?.keyEnv ?? null,
    addedAt: now,
    state: 'ok',
    stateReason: null,
    stateSaid: null,
    lastSync: null,
  };
  await secrets.set(tokenName(store.id), input.token);
  if (input.platform) await secrets.set(platformKeyName(store.id), input.platform.key);
  stores.put(store);
  return store;
}
