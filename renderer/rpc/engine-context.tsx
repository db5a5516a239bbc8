import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, useState, useSyncExternalStore, type ReactNode } from 'react';
import { UnstuckError } from '../../shared/errors.ts';
import { applyChanges } from './apply-changes.ts';
import type { Connection, ConnectionState } from './connection.ts';
import { createProgress, type Progress } from './progress.ts';

interface Engine {
  readonly connection: Connection;
  readonly progress: Progress;
}

const EngineContext = createContext<Engine | null>(null);

/** Puts the engine's connection, its queries and its events at the page's disposal. */
export function EngineProvider({
  connection,
  children,
}: {
  readonly connection: Connection;
  readonly children: ReactNode;
}) {
  const [{ queryClient, engine }] = useState(() => {
    const queryClient = createQueryClient();
    applyChanges(connection, queryClient);
    return { queryClient, engine: { connection, progress: createProgress(connection) } };
  });
  return (
    <EngineContext value={engine}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </EngineContext>
  );
}

export function useEngine(): Engine {
  const engine = use(EngineContext);
  if (!engine) throw new Error('useEngine outside of EngineProvider.');
  return engine;
}

export function useConnectionState(): ConnectionState {
  const { connection } = useEngine();
  return useSyncExternalStore(connection.onState, () => connection.state);
}

function createQueryClient(): QueryClient {
  return new QueryClient({
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
}
