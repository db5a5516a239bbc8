import type { z } from 'zod';
import type { methods } from '../../../shared/contract/methods.ts';
import { DEFAULT_CUTOFFS } from '../../../shared/domain/cutoff.ts';
import { DEFAULT_GRACE_MINUTES, DEFAULT_SINCE_DAYS } from '../../../shared/domain/store.ts';
import type { Clock } from '../ports.ts';
import { addedRules } from './added-rules.ts';
import { freeDomain } from './free-domain.ts';
import { storeIdFor } from './store-id.ts';
import type { Store } from './store.ts';
import type { StoresRepo } from './stores-repo.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export type NewReadOnlyStore = z.output<(typeof methods)['stores.addReadOnly']['input']>;

/**
 * Keeps a store without a way to its API: its orders come from files, and nothing is written to its Shopify.
 * @throws UnstuckError `bad_input` for a domain that is none, or of a store that is there
 */
export function addReadOnlyStore(
  input: NewReadOnlyStore,
  { stores, clock }: { readonly stores: StoresRepo; readonly clock: Pick<Clock, 'now'> },
): Store {
  const others = stores.list();
  const now = clock.now();
  const store: Store = {
    id: storeIdFor(input.name, new Set(others.map(({ id }) => id))),
    name: input.name,
    domain: freeDomain(input.domain, others),
    endpoint: null,
    platform: null,
    currency: input.currency ?? 'EUR',
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
    scopes: [],
    missingScopes: [],
    // Neither exports nor payloads of orders say how a product is now.
    redacted: ['products'],
    tokenEnv: null,
    platformKeyEnv: null,
    addedAt: now,
    state: 'readonly',
    stateReason: null,
    stateSaid: null,
    lastSync: null,
  };
  stores.put(store);
  return store;
}
