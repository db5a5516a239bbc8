import type { Failure } from '../../../shared/domain/failure.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis, OrderPart } from '../../../shared/domain/order.ts';
import type { StoreSettings } from '../../../shared/domain/store.ts';
import type { AdminClient } from '../shopify/client.ts';
import type { PlatformReader, StoreReader } from '../shopify/store-api.ts';

/** A merchant store as the journal keeps it. Secrets are elsewhere: in the `Secrets` port. */
export interface Store {
  readonly id: StoreId;
  readonly name: string;
  readonly domain: string;
  /** Replaces `https://<domain>`, for tests and demo merchants on the loopback. */
  readonly endpoint: string | null;
  readonly platform: { readonly kind: 'bigblue'; readonly endpoint: string } | null;
  readonly currency: string;
  readonly settings: StoreSettings;
  readonly scopes: readonly string[];
  readonly missingScopes: readonly { readonly scope: string; readonly costs: string }[];
  readonly redacted: readonly OrderPart[];
  /** Environment variables that the secrets came from; read again where no keychain keeps them. */
  readonly tokenEnv: string | null;
  readonly platformKeyEnv: string | null;
  readonly addedAt: Millis;
  /** `readonly`: there is no way to its API; its orders come from files. */
  readonly state: 'ok' | 'offline' | 'reconnect' | 'readonly';
  /** Why, in English and as data (null: nothing is wrong, or only the text is known). */
  readonly stateReason: string | null;
  readonly stateSaid: Failure | null;
  readonly lastSync: Millis | null;
}

/** The ways to a store's API. Each throws `UnstuckError('unauthorized')` where its secret is not at hand. */
export interface StoreConnections {
  admin(store: StoreId): Promise<AdminClient>;
  reader(store: StoreId): Promise<StoreReader>;
  /** null: no platform is connected. */
  platform(store: StoreId): Promise<PlatformReader | null>;
}
