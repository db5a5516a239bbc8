import type { EngineEvent } from '../../../shared/contract/events.ts';
import { storeId, type StoreId } from '../../../shared/domain/ids.ts';
import type { Board } from '../board/create-board.ts';
import type { EngineOptions } from '../engine-options.ts';
import type { NetworkSwitch } from '../network-switch.ts';
import type { Databases } from '../open-databases.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Ports } from '../ports.ts';
import type { Connections } from '../stores/connections.ts';
import type { StoresRepo } from '../stores/stores-repo.ts';
import type { StoresService } from '../stores/stores-service.ts';
import type { Sync } from '../sync/create-sync.ts';
import type { Handlers } from './handlers.ts';

/** The parts of the engine that the contract's methods are joined from. */
export interface HandlerDeps {
  readonly ports: Ports;
  readonly options: EngineOptions;
  readonly databases: Databases;
  readonly repo: StoresRepo;
  readonly stores: StoresService;
  readonly connections: Connections;
  readonly network: NetworkSwitch;
  readonly outbox: Outbox;
  readonly board: Board;
  readonly sync: Sync;
  readonly publish: (event: EngineEvent) => void;
  /** Resolves when the board shows what the outbox has done so far. */
  readonly settled: () => Promise<void>;
  /** An agent looks at orders of these stores. */
  readonly look: (stores: Iterable<StoreId>) => void;
}

/** The handlers of the methods that begin with one of these words. */
export type Part<Prefix extends string> = Pick<Handlers, Extract<keyof Handlers, `${Prefix}.${string}`>>;

/** A store's id as the parts take it; undefined: all stores. */
export const oneStore = (id: string | undefined): StoreId | undefined =>
  id === undefined ? undefined : storeId(id);
