import { createContext, use, useMemo, type ReactNode } from 'react';
import { z } from 'zod';
import { en as parserInEnglish, fr as parserInFrench } from 'zod/locales';
import type { Diagnosis } from '../../shared/domain/diagnosis.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { CauseSubject } from '../../shared/domain/root-cause.ts';
import { causeWords } from './cause-words.ts';
import { en, type Catalog } from './en.ts';
import { createEngineWords, type EngineWords } from './engine-words.ts';
import { wordsFor, type Words } from './evidence-words.ts';
import { createFormat, type Format } from './format.ts';
import { fr } from './fr.ts';

const CATALOGS: Readonly<Record<Language, Catalog>> = { en, fr };
const PARSER_WORDS = { en: parserInEnglish(), fr: parserInFrench() } as const;
const DEFAULT_LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

export interface I18n {
  readonly lang: Language;
  readonly t: Catalog;
  readonly f: Format;
  readonly evidence: (diagnosis: Diagnosis, now: number) => Words;
  /** What the engine says. */
  readonly say: EngineWords;
  readonly cause: (subject: CauseSubject) => string;
  /** `5 min ago`, `il y a 5 min`. */
  readonly ago: (at: number, now: number) => string;
}

const I18nContext = createContext<I18n | null>(null);

export function I18nProvider({ lang, children }: { readonly lang: Language; readonly children: ReactNode }) {
  const i18n = useMemo(() => {
    // What a value that does not fit is told in: its sentence quotes the parser.
    z.config(PARSER_WORDS[lang]);
    return createI18n(lang, localeFor(lang));
  }, [lang]);
  return <I18nContext value={i18n}>{children}</I18nContext>;
}

export function useI18n(): I18n {
  const i18n = use(I18nContext);
  if (!i18n) throw new Error('useI18n outside of I18nProvider.');
  return i18n;
}

/** The reader's own variant of the language (`en-US` dates, `fr-BE` numbers) where the system says which. */
function localeFor(lang: Language): string {
  return navigator.languages.find((locale) => locale.startsWith(`${lang}-`)) ?? DEFAULT_LOCALE[lang];
}

function createI18n(lang: Language, locale: string): I18n {
  const t = CATALOGS[lang];
  const f = createFormat(locale, t.units);
  return {
    lang,
    t,
    f,
    evidence: (diagnosis, now) => wordsFor(t.evidence, diagnosis, { format: f, now }),
    say: createEngineWords(lang, t, f),
    cause: (subject) => causeWords(subject, lang, f),
    ago: (at, now) => t.ago(now - at < 60_000 ? null : f.age(at, now)),
  };
}
