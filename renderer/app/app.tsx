import type { Engine } from '../rpc/engine.ts';
import { ReviewProvider } from '../features/plan/review-context.tsx';
import { SearchProvider } from '../features/search/search-context.tsx';
import { EngineProvider } from '../rpc/engine-context.tsx';
import { KeyboardProvider } from '../shortcuts/use-shortcuts.tsx';
import { Console } from './console.tsx';
import { FormDraftsProvider } from './form-drafts.tsx';
import { PreferencesProvider } from './preferences.tsx';
import { ViewProvider } from './view-context.tsx';

/** The page over one engine, whatever carries the calls. */
export function App({ engine }: { readonly engine: Engine }) {
  return (
    <PreferencesProvider>
      <EngineProvider engine={engine}>
        <ViewProvider>
          <SearchProvider>
            <FormDraftsProvider>
              <ReviewProvider>
                <KeyboardProvider>
                  <Console />
                </KeyboardProvider>
              </ReviewProvider>
            </FormDraftsProvider>
          </SearchProvider>
        </ViewProvider>
      </EngineProvider>
    </PreferencesProvider>
  );
}
