import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Connection } from './connection.ts';

export type ProgressEvent = Extract<EngineEvent, { type: 'progress' }>;

/** The latest progress of each store's task; which tasks still run is for `engine.status` to say. */
export interface Progress {
  readonly current: ReadonlyMap<string, ProgressEvent>;
  readonly onChange: (listener: () => void) => () => void;
}

export function createProgress(connection: Pick<Connection, 'onEvent'>): Progress {
  const listeners = new Set<() => void>();
  let current: ReadonlyMap<string, ProgressEvent> = new Map();
  connection.onEvent((event) => {
    if (event.type !== 'progress') return;
    current = new Map(current).set(`${event.task} ${event.storeId}`, event);
    for (const listener of listeners) listener();
  });
  return {
    get current() {
      return current;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
