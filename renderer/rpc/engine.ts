import { QueryClient } from '@tanstack/react-query';
import { UnstuckError } from '../../shared/errors.ts';
import { applyChanges } from './apply-changes.ts';
import type { Connection } from './connection.ts';
import { createProgress, type Progress } from './progress.ts';

/** The engine as the page sees it: its methods, what was read of it, and how far its tasks are. */
export interface Engine {
  readonly connection: Connection;
  readonly queries: QueryClient;
  readonly progress: Progress;
}

/** Once per page: subscribes to the connection's events for good. */
export function createEngine(connection: Connection): Engine {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // The engine is always there; being offline is its business (architecture.md, Processes).
        networkMode: 'always',
        // Nothing goes stale by waiting: the engine says what changed.
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        // The next try waits for the next connection.
        retry: (_count, error) => error instanceof UnstuckError && error.code === 'disconnected',
        retryDelay: 0,
      },
      mutations: { networkMode: 'always' },
    },
  });
  applyChanges(connection, queries);
  return { connection, queries, progress: createProgress(connection) };
}
