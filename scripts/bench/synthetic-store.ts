import { ADDED_RULE_DEFAULTS } from '../../shared/domain/store.ts';
import { DEFAULT_CUTOFFS } from '../../shared/domain/cutoff.ts';
import { storeId } from '../../shared/domain/ids.ts';
import type { Store } from '../../electron/engine/stores/store.ts';

/** When the benchmark takes place, UTC ms: fixed, or two runs would not judge alike. */
export const NOW = Date.UTC(2026, 10, 16, 8, 0);
export const DAY_MS = 24 * 60 * 60 * 1000;

/** Where the stores of the benchmark ship to. */
const COUNTRIES = ['FR', 'BE', 'DE', 'ES', 'IT', 'IE'] as const;

/** Store `no` (from 0) of the benchmark: all rules on, a platform connected, nothing withheld. */
export function syntheticStore(no: number): Store {
  const name = `bench-${String(no).padStart(3, '0')}`;
  return {
    id: storeId(name),
    name: `Bench ${no}`,
    domain: `${name}.myshopify.com`,
    endpoint: null,
    platform: { kind: 'bigblue', endpoint: 'https://platform.invalid' },
    currency: 'EUR',
    settings: {
      countries: { mode: 'allow', countries: [...COUNTRIES] },
      paymentTerms: false,
      linkRoute: 'metafield',
      since: NOW - 60 * DAY_MS,
      graceMinutes: 15,
      globaleTagPrefix: 'Globale',
      ...ADDED_RULE_DEFAULTS,
      cutoffs: DEFAULT_CUTOFFS,
    },
    scopes: [],
    missingScopes: [],
    redacted: [],
    tokenEnv: null,
    platformKeyEnv: null,
    addedAt: NOW - 60 * DAY_MS,
    state: 'ok',
    stateReason: null,
    stateSaid: null,
    lastSync: null,
  };
}
