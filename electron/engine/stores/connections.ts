import type { StoreId } from '../../../shared/domain/ids.ts';
import { failed } from '../../../shared/failed.ts';
import { createBigblueReader } from '../platform/bigblue.ts';
import type { Ports } from '../ports.ts';
import { type BulkWriter, createBulkWriter } from '../shopify/bulk/bulk-writer.ts';
import { type AdminClient, createAdminClient } from '../shopify/client.ts';
import { createStoreBudget, type StoreBudget } from '../shopify/store-budget.ts';
import { createStoreReader } from '../shopify/reader.ts';
import type { PlatformReader, StoreReader } from '../shopify/store-api.ts';
import type { Store, StoreConnections } from './store.ts';
import type { StoresRepo } from './stores-repo.ts';

export const tokenName = (id: StoreId): string => `store/${id}/token`;
export const platformKeyName = (id: StoreId): string => `store/${id}/platform-key`;

/** Ways to the stores' APIs that can be begun anew. */
export interface Connections extends StoreConnections {
  /** The store's secrets are others now. */
  forget(store: StoreId): void;
  onForget(listener: (store: StoreId) => void): void;
  /** Bulk mutations of a store. @throws UnstuckError `unauthorized` when its token is not at hand */
  bulk(store: StoreId): Promise<BulkWriter>;
  /** The store's query points, whoever spends them. */
  budget(store: StoreId): StoreBudget;
}

interface ConnectionPorts extends Pick<Ports, 'http' | 'clock' | 'logger' | 'env'> {
  /** Where the stores' query points are kept for somebody else too; left out: here. */
  readonly budget?: (store: StoreId) => StoreBudget;
  readonly secrets: Pick<Ports['secrets'], 'get'>;
}

/**
 * Clients per store, made on first use. A secret comes from the keychain, else from the environment variable that it
 * was first given in (Linux without a keychain: a token is never written to a file).
 */
export function createConnections(stores: Pick<StoresRepo, 'get'>, ports: ConnectionPorts): Connections {
  const clients = new Map<StoreId, AdminClient>();
  // They outlive the clients: a new token spends from the same bucket.
  const budgets = new Map<StoreId, StoreBudget>();
  const readers = new Map<StoreId, StoreReader>();
  const platforms = new Map<StoreId, PlatformReader>();
  const listeners: ((store: StoreId) => void)[] = [];
  const { http, clock, logger } = ports;

  function budget(id: StoreId): StoreBudget {
    const known = budgets.get(id);
    if (known) return known;
    const made = ports.budget?.(id) ?? createStoreBudget(clock);
    budgets.set(id, made);
    return made;
  }

  function storeOf(id: StoreId): Store {
    const store = stores.get(id);
    if (!store) throw failed('not_found', { code: 'no_store', store: id });
    return store;
  }

  async function secret(
    key: string,
    variable: string | null,
    of: { readonly store: StoreId; readonly name: string; readonly secret: 'token' | 'platform_key' },
  ): Promise<string> {
    const value = (await ports.secrets.get(key)) ?? (variable ? ports.env[variable] : undefined);
    if (value) return value;
    throw failed('unauthorized', { code: 'secret_missing', ...of, variable: variable || null });
  }

  async function admin(id: StoreId): Promise<AdminClient> {
    const known = clients.get(id);
    if (known) return known;
    const { domain, endpoint, name, tokenEnv } = storeOf(id);
    const token = await secret(tokenName(id), tokenEnv, { store: id, name, secret: 'token' });
    const client = createAdminClient({ domain, endpoint, token, http, clock, logger, budget: budget(id) });
    clients.set(id, client);
    return client;
  }

  return {
    admin,
    budget,
    bulk: async (id) => createBulkWriter(await admin(id)),
    reader: async (id) => {
      const known = readers.get(id);
      if (known) return known;
      const reader = createStoreReader(await admin(id), { clock, logger });
      readers.set(id, reader);
      return reader;
    },
    platform: async (id) => {
      const known = platforms.get(id);
      if (known) return known;
      const { platform, name, platformKeyEnv } = storeOf(id);
      if (!platform) return null;
      const key = await secret(platformKeyName(id), platformKeyEnv, {
        store: id,
        name,
        secret: 'platform_key',
      });
      const reader = createBigblueReader({ endpoint: platform.endpoint, key, http, clock });
      platforms.set(id, reader);
      return reader;
    },
    onForget: (listener) => void listeners.push(listener),
    forget: (id) => {
      for (const made of [clients, readers, platforms]) made.delete(id);
      for (const tell of listeners) tell(id);
    },
  };
}
