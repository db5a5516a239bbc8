import { useEngineQuery } from '../rpc/use-engine-query.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.tsx';
import { usePreferences } from './preferences.tsx';
import { useView } from './view-context.tsx';
import { BOARD, type Page } from './view-state.ts';

/** The bindings of every screen: go to a page, step through the stores, theme, language, the overview of keys. */
export function useGlobalShortcuts(onHelp: () => void): void {
  const { view, go } = useView();
  const { theme, lang, setTheme, setLang } = usePreferences();
  const { data: stores = [] } = useEngineQuery('stores.list', {});

  const open = (page: Page) => () => go({ ...BOARD, page, store: view.store });
  /** All stores lie between the last and the first. */
  const step = (by: 1 | -1) => () => {
    const choices = [null, ...stores.map(({ id }) => id)];
    const at = choices.indexOf(view.store) + by;
    go({ store: choices.at(at % choices.length) ?? null, cause: null, order: null });
  };
  useShortcuts({
    'pages.triage': open('triage'),
    'pages.outbox': open('outbox'),
    'pages.history': open('history'),
    'pages.reports': open('reports'),
    'pages.stores': open('stores'),
    'pages.import': () => go({ importing: true }),
    'pages.nextStore': step(1),
    'pages.previousStore': step(-1),
    'everywhere.theme': () => setTheme(theme === 'dark' ? 'light' : 'dark'),
    'everywhere.language': () => setLang(lang === 'en' ? 'fr' : 'en'),
    'everywhere.help': onHelp,
  });
}
