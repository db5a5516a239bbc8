import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { parseView, withView, type View } from './view-state.ts';

interface ViewState {
  readonly view: View;
  /** Shows what `change` says; the back button returns to what was shown before. */
  readonly go: (change: Partial<View>) => void;
  /** The same without a step back: for moving along a list. */
  readonly move: (change: Partial<View>) => void;
  /** The address that `go(change)` leads to. */
  readonly href: (change: Partial<View>) => string;
}

const ViewContext = createContext<ViewState | null>(null);

const subscribe = (listener: () => void): (() => void) => {
  const { navigation } = globalThis;
  navigation.addEventListener('currententrychange', listener);
  return () => navigation.removeEventListener('currententrychange', listener);
};

/** The view is the address: the one state of the page that is kept nowhere else. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const state = useMemo((): ViewState => {
    const view = parseView(search);
    const href = (change: Partial<View>): string =>
      location.pathname + withView(search, { ...view, ...change });
    return {
      view,
      href,
      go: (change) => history.pushState(null, '', href(change)),
      move: (change) => history.replaceState(null, '', href(change)),
    };
  }, [search]);
  return (
    <ViewContext value={state}>
      <RouterProvider navigate={(href) => history.pushState(null, '', href)}>{children}</RouterProvider>
    </ViewContext>
  );
}

export function useView(): ViewState {
  const state = use(ViewContext);
  if (!state) throw new Error('useView outside of ViewProvider.');
  return state;
}
