import type { Faker } from '@faker-js/faker';

/** Given and family names of one locale. */
export interface NamePool {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const loaders: Readonly<Record<string, () => Promise<{ faker: Faker }>>> = {
  ar: () => import('@faker-js/faker/locale/ar'),
  cs_CZ: () => import('@faker-js/faker/locale/cs_CZ'),
  da: () => import('@faker-js/faker/locale/da'),
  de: () => import('@faker-js/faker/locale/de'),
  de_AT: () => import('@faker-js/faker/locale/de_AT'),
  de_CH: () => import('@faker-js/faker/locale/de_CH'),
  en_AU: () => import('@faker-js/faker/locale/en_AU'),
  en_GB: () => import('@faker-js/faker/locale/en_GB'),
  en_IE: () => import('@faker-js/faker/locale/en_IE'),
  en_US: () => import('@faker-js/faker/locale/en_US'),
  es: () => import('@faker-js/faker/locale/es'),
  fi: () => import('@faker-js/faker/locale/fi'),
  fr: () => import('@faker-js/faker/locale/fr'),
  fr_CA: () => import('@faker-js/faker/locale/fr_CA'),
  it: () => import('@faker-js/faker/locale/it'),
  ja: () => import('@faker-js/faker/locale/ja'),
  nb_NO: () => import('@faker-js/faker/locale/nb_NO'),
  nl: () => import('@faker-js/faker/locale/nl'),
  nl_BE: () => import('@faker-js/faker/locale/nl_BE'),
  pl: () => import('@faker-js/faker/locale/pl'),
  pt_PT: () => import('@faker-js/faker/locale/pt_PT'),
  sv: () => import('@faker-js/faker/locale/sv'),
  zh_CN: () => import('@faker-js/faker/locale/zh_CN'),
};

const POOL_SIZE = 120;

/**
 * Draws a pool of names once per locale; orders then pick from it by their own dice, which is what keeps a
 * million orders cheap.
 */
export async function loadNamePools(locales: Iterable<string>, seed: number): Promise<Map<string, NamePool>> {
  const pools = new Map<string, NamePool>();
  for (const locale of new Set(locales)) {
    const load = loaders[locale];
    if (load === undefined) throw new Error(`No names are known for the locale ${locale}.`);
    const { faker } = await load();
    faker.seed(seed);
    pools.set(locale, {
      first: Array.from({ length: POOL_SIZE }, () => faker.person.firstName()),
      last: Array.from({ length: POOL_SIZE }, () => faker.person.lastName()),
    });
  }
  return pools;
}
