import { createContext, use, useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '../../shared/domain/language.ts';
import { I18nProvider } from '../i18n/i18n-context.tsx';

export type Theme = 'light' | 'dark';

interface Preferences {
  readonly theme: Theme;
  readonly lang: Language;
  readonly setTheme: (theme: Theme) => void;
  readonly setLang: (lang: Language) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

/**
 * Theme and language: what the address says (`?theme=dark&lang=fr`), else what was chosen here before, else what the
 * system prefers; a system that changes its theme takes the page along until one is chosen.
 */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const systemDark = useSyncExternalStore(subscribeToScheme, () => scheme().matches);
  const [chosenTheme, setTheme] = useState(() => asTheme(saved('theme')));
  const [chosenLang, setLang] = useState(() => asLang(saved('lang')));
  const theme = chosenTheme ?? (systemDark ? 'dark' : 'light');
  const lang = chosenLang ?? (navigator.language.startsWith('fr') ? 'fr' : 'en');

  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = lang;
  }, [theme, lang]);

  const preferences: Preferences = {
    theme,
    lang,
    setTheme: (next) => (save('theme', next), setTheme(next)),
    setLang: (next) => (save('lang', next), setLang(next)),
  };
  return (
    <PreferencesContext value={preferences}>
      <I18nProvider lang={lang}>{children}</I18nProvider>
    </PreferencesContext>
  );
}

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error('usePreferences outside of PreferencesProvider.');
  return preferences;
}

const scheme = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function subscribeToScheme(listener: () => void): () => void {
  const query = scheme();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

const asTheme = (text: string | null): Theme | null => (text === 'light' || text === 'dark' ? text : null);
const asLang = (text: string | null): Language | null => (text === 'en' || text === 'fr' ? text : null);

function saved(name: 'theme' | 'lang'): string | null {
  return new URLSearchParams(location.search).get(name) ?? localStorage.getItem(`unstuck.${name}`);
}

/** A choice made on the page outlives what its address asked for. */
function save(name: 'theme' | 'lang', value: string): void {
  localStorage.setItem(`unstuck.${name}`, value);
  const url = new URL(location.href);
  if (!url.searchParams.has(name)) return;
  url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}
