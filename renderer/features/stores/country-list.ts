import { countryListSchema, type CountryList } from '../../../shared/domain/store.ts';

/** `FR,BE` or `except:RU,BY`, as people type it; empty: no rule. undefined: it does not parse. */
export function parseCountryList(text: string): CountryList | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const isDeny = trimmed.toLowerCase().startsWith('except:');
  const countries = (isDeny ? trimmed.slice('except:'.length) : trimmed)
    .split(/[\s,]+/)
    .filter((code) => code !== '')
    .map((code) => code.toUpperCase());
  const parsed = countryListSchema.safeParse({ mode: isDeny ? 'deny' : 'allow', countries });
  return parsed.success && countries.length > 0 ? parsed.data : undefined;
}

/** The same back as text. */
export const countryListText = (list: CountryList | null): string =>
  list === null ? '' : `${list.mode === 'deny' ? 'except:' : ''}${list.countries.join(',')}`;
