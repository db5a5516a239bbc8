import { z } from 'zod';
import { failureSchema } from '../../../shared/domain/failure.ts';
import { type StoreId, storeId } from '../../../shared/domain/ids.ts';
import { type Millis, ORDER_PARTS } from '../../../shared/domain/order.ts';
import { storeSettingsSchema } from '../../../shared/domain/store.ts';
import type { WritableDb } from '../db/access.ts';
import type { Store } from './store.ts';

const bodySchema = z.object({
  endpoint: z.string().nullable(),
  platform: z.object({ kind: z.literal('bigblue'), endpoint: z.string() }).nullable(),
  currency: z.string(),
  settings: storeSettingsSchema,
  scopes: z.array(z.string()),
  missingScopes: z.array(z.object({ scope: z.string(), costs: z.string() })),
  redacted: z.array(z.enum(ORDER_PARTS)),
  tokenEnv: z.string().nullable(),
  platformKeyEnv: z.string().nullable(),
  state: z.enum(['ok', 'offline', 'reconnect', 'readonly']),
  stateReason: z.string().nullable(),
  stateSaid: failureSchema.nullable().catch(null),
  lastSync: z.int().nullable(),
});

interface Row {
  readonly id: string;
  readonly added_at: number;
  readonly name: string;
  readonly domain: string;
  readonly body: string;
}

/** The stores of this workspace, in the journal: settings cannot be fetched again. */
export interface StoresRepo {
  list(): readonly Store[];
  get(id: StoreId): Store | null;
  /** Inserts, or replaces all but the id and the date it was added. */
  put(store: Store): void;
  delete(id: StoreId): void;
  /** A store was read at `at` and nothing else changed: shown from now on, written with the next change or by `keep`. */
  seen(id: StoreId, at: Millis): void;
  /** Writes what was only seen. */
  keep(): void;
  /** Called inside the transaction that changes one. */
  onChange(listener: () => void): void;
}

export function createStoresRepo(journal: WritableDb): StoresRepo {
  const all = journal.prepare<[], Row>(
    'SELECT id, added_at, name, domain, body FROM stores ORDER BY added_at, id',
  );
  const one = journal.prepare<[string], Row>(
    'SELECT id, added_at, name, domain, body FROM stores WHERE id = ?',
  );
  const upsert = journal.prepare<[string, number, string, string, string]>(
    `INSERT INTO stores (id, added_at, name, domain, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, domain = excluded.domain, body = excluded.body`,
  );
  const listeners: (() => void)[] = [];
  // Every list of orders asks for them; decoding fifty takes as long as reading fifty orders.
  let known: readonly Store[] | null = null;
  const tell = (): void => {
    known = null;
    for (const listener of listeners) listener();
  };
  const remove = journal.prepare<[string]>('DELETE FROM stores WHERE id = ?');
  const seenAt = new Map<StoreId, Millis>();
  const asSeen = (store: Store): Store => ({ ...store, lastSync: seenAt.get(store.id) ?? store.lastSync });
  const get = (id: StoreId): Store | null => {
    const row = one.get(id);
    return row ? asSeen(decode(row)) : null;
  };
  const put = ({ id, addedAt, name, domain, ...body }: Store): void => {
    upsert.run(id, addedAt, name, domain, JSON.stringify(bodySchema.parse(body)));
    seenAt.delete(id);
    tell();
  };
  return {
    list: () => {
      if (known) return known;
      const stores = all.all().map((row) => asSeen(decode(row)));
      // What an open transaction shows may be rolled back.
      if (!journal.inTransaction) known = stores;
      return stores;
    },
    get,
    put,
    delete: (id) => {
      remove.run(id);
      seenAt.delete(id);
      tell();
    },
    seen: (id, at) => {
      seenAt.set(id, at);
      known = known && known.map(asSeen);
    },
    keep: () => {
      for (const id of seenAt.keys()) {
        const store = get(id);
        if (store) put(store);
      }
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

function decode(row: Row): Store {
  const body = bodySchema.parse(JSON.parse(row.body));
  return { ...body, id: storeId(row.id), addedAt: row.added_at, name: row.name, domain: row.domain };
}
