import type { QueryClient } from '@tanstack/react-query';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Connection } from './connection.ts';
import { isTouched } from './topics.ts';

/** A sync publishes many changes a second; the page reads again at most this often (milliseconds). */
export const GATHER_MS = 150;

/** Refetches exactly what the engine's `changed` events touch, and everything once after a lost connection. */
export function applyChanges(
  connection: Pick<Connection, 'onEvent' | 'onReconnect'>,
  queries: QueryClient,
): void {
  let gathered: Extract<EngineEvent, { type: 'changed' }>[] = [];

  const apply = (): void => {
    const changes = gathered;
    gathered = [];
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => changes.some((change) => isTouched(queryKey, change)),
    });
  };

  connection.onEvent((event) => {
    if (event.type !== 'changed') return;
    if (gathered.length === 0) setTimeout(apply, GATHER_MS);
    gathered.push(event);
  });
  connection.onReconnect(() => void queries.invalidateQueries());
}
