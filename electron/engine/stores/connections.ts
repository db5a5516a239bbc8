import type { StoreId } from '../../../shared/domain/ids.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { createBigblueReader } from '../platform/bigblue.ts';
import type { Ports } from '../ports.ts';
import { type AdminClient, createAdminClient } from '../shopify/client.ts';
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
}

interface ConnectionPorts extends Pick<Ports, 'http' | 'clock' | 'logger' | 'env'> {
  readonly secrets: Pick<Ports['secrets'], 'get'>;
}

/**
 * Clients per store, made on first use. A secret comes from the keychain, else from the environment variable that it
 * was first given in (Linux without a keychain: a token is never written to a file).
 */
export function createConnections(stores: Pick<StoresRepo, 'get'>, ports: ConnectionPorts): Connections {
  const clients = new Map<StoreId, AdminClient>();
  const readers = new Map<StoreId, StoreReader>();
  const platforms = new Map<StoreId, PlatformReader>();
  const listeners: ((store: StoreId) => void)[] = [];
  const { http, clock, logger } = ports;

  function storeOf(id: StoreId): Store {
    const store = stores.get(id);
    if (!store) throw new UnstuckError('not_found', `There is no store “${id}”; “stores list” shows them.`);
    return store;
  }

  async function secret(id: StoreId, name: string, envName: string | null, what: string): Promise<string> {
    const value = (await ports.secrets.get(name)) ?? (envName ? ports.env[envName] : undefined);
    if (value) return value;
    throw new UnstuckError(
      'unauthorized',
      envName
        ? `${what} is not at hand: set the environment variable ${envName} again, or connect ${id} again (“stores set ${id} --token-env VAR”).`
        : `${what} is not at hand: reconnect the store.`,
    );
  }

  async function admin(id: StoreId): Promise<AdminClient> {
    const known = clients.get(id);
    if (known) return known;
    const { domain, endpoint, name, tokenEnv } = storeOf(id);
    const token = await secret(id, tokenName(id), tokenEnv, `The token of ${name}`);
    const client = createAdminClient({ domain, endpoint, token, http, clock, logger });
    clients.set(id, client);
    return client;
  }

  return {
    admin,
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
      const key = await secret(id, platformKeyName(id), platformKeyEnv, `The platform key of ${name}`);
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
