import type { Connection } from '../rpc/connection.ts';
import { EngineProvider } from '../rpc/engine-context.tsx';
import { Console } from './console.tsx';
import { PreferencesProvider } from './preferences.tsx';
import { ViewProvider } from './view-context.tsx';

/** The page over one connection to the engine, whatever carries it. */
export function App({ connection }: { readonly connection: Connection }) {
  return (
    <PreferencesProvider>
      <EngineProvider connection={connection}>
        <ViewProvider>
          <Console />
        </ViewProvider>
      </EngineProvider>
    </PreferencesProvider>
  );
}
