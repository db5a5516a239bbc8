import { type StoreId, storeId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WritableDb } from '../db/open.ts';

const ALL = '*';

/** What the agent paused: everything, or single stores. */
export interface Pauses {
  readonly all: boolean;
  readonly stores: readonly StoreId[];
}

/** SQL of the table `control`. `store` left out means all of them. */
export interface PausesRepo {
  pause(store: StoreId | undefined, now: Millis): void;
  resume(store: StoreId | undefined): void;
  get(): Pauses;
}

/** Prepares the statements on the journal. */
export function createPausesRepo(db: WritableDb): PausesRepo {
  const put = db.prepare('INSERT OR IGNORE INTO control (scope, paused_at) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM control WHERE scope = ?');
  const clear = db.prepare('DELETE FROM control');
  const scopes = db.prepare<[], string>('SELECT scope FROM control ORDER BY scope').pluck();
  return {
    pause: (store, now) => void put.run(store ?? ALL, now),
    resume: (store) => void (store === undefined ? clear.run() : remove.run(store)),
    get: () => {
      const paused = scopes.all();
      return { all: paused.includes(ALL), stores: paused.filter((scope) => scope !== ALL).map(storeId) };
    },
  };
}
