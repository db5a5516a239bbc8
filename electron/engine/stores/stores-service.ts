import type { StoreId } from '../../../shared/domain/ids.ts';
import { type StoreSettings, storeSettingsSchema } from '../../../shared/domain/store.ts';
import { failed } from '../../../shared/failed.ts';
import type { Millis, OrderPart } from '../../../shared/domain/order.ts';
import { settingOf, type SettingsPort } from '../outbox/local-effects.ts';
import type { ShopProbe } from '../shopify/store-api.ts';
import type { SyncOutcome } from '../sync/create-sync.ts';
import type { Store } from './store.ts';
import type { StoresRepo } from './stores-repo.ts';

/** What is left out, or undefined, stays as it is. */
export interface StoreChange {
  readonly name?: string | undefined;
  readonly settings: { readonly [K in keyof StoreSettings]?: StoreSettings[K] | undefined };
}

interface SecretVariables {
  readonly tokenEnv: string | undefined;
  readonly platformKeyEnv: string | undefined;
}

/** The stores as the rest of the engine knows them: what they are, and what was last heard of them. */
export interface StoresService extends SettingsPort {
  list(): readonly Store[];
  /** @throws UnstuckError `not_found` */
  get(id: StoreId): Store;
  noteSync(id: StoreId, outcome: SyncOutcome): void;
  noteAccess(id: StoreId, probe: ShopProbe): void;
  /** What an imported file of orders tells of a read-only store: which parts of an order it lacks, and its currency. */
  noteImport(
    id: StoreId,
    told: { readonly withheld: readonly OrderPart[]; readonly currency: string | null; readonly at: Millis },
  ): void;
  /** Where its platform is now; null: none is connected. */
  notePlatform(id: StoreId, platform: Store['platform']): void;
  /** The environment variables that hold the store's secrets now; what is undefined stays. */
  noteVariables(id: StoreId, variables: SecretVariables): void;
  /** Changes a store's name or settings and returns it as it is now. */
  change(id: StoreId, change: StoreChange): Store;
}

/** How long the time of the last look may be in memory only: a look that finds nothing new is to write nothing. */
const KEPT_AFTER_MS = 10 * 60 * 1000;

export function createStoresService(repo: StoresRepo): StoresService {
  const get = (id: StoreId): Store => {
    const store = repo.get(id);
    if (!store) throw failed('not_found', { code: 'no_store', store: id });
    return store;
  };
  /** A store that was removed while something of it was under way has nothing to note. */
  const update = (id: StoreId, change: (store: Store) => Store): void => {
    const store = repo.get(id);
    if (store) repo.put(change(store));
  };
  const written = new Map<StoreId, Millis>();
  return {
    list: () => repo.list(),
    get,
    noteSync: (id, { state, reason, said, at }) => {
      const store = repo.get(id);
      if (!store) return;
      const same = store.state === state && store.stateReason === reason;
      if (same && at !== null && at - (written.get(id) ?? 0) < KEPT_AFTER_MS) {
        repo.seen(id, at);
        return;
      }
      if (same && at === null) return;
      repo.put({ ...store, state, stateReason: reason, stateSaid: said, lastSync: at ?? store.lastSync });
      if (at !== null) written.set(id, at);
    },
    noteAccess: (id, { scopes, missingScopes, redacted }) =>
      update(id, (store) => ({ ...store, scopes, missingScopes, redacted })),
    noteImport: (id, { withheld, currency, at }) =>
      update(id, (store) =>
        store.state === 'readonly' && currency !== null
          ? { ...store, redacted: withheld, currency, lastSync: at }
          : store,
      ),
    notePlatform: (id, platform) => update(id, (store) => ({ ...store, platform })),
    noteVariables: (id, { tokenEnv, platformKeyEnv }) =>
      update(id, (store) => ({
        ...store,
        tokenEnv: tokenEnv ?? store.tokenEnv,
        platformKeyEnv: platformKeyEnv ?? store.platformKeyEnv,
      })),
    change: (id, { name, settings }) => {
      const store = get(id);
      const given = Object.entries(settings).filter(([, value]) => value !== undefined);
      const changed = {
        ...store,
        name: name ?? store.name,
        settings: storeSettingsSchema.parse({ ...store.settings, ...Object.fromEntries(given) }),
      };
      repo.put(changed);
      return changed;
    },
    read: (id) => repo.get(id)?.settings ?? null,
    apply: (id, op) =>
      update(id, (store) => ({ ...store, settings: { ...store.settings, ...settingOf(op) } })),
  };
}
