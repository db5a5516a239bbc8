import { type StoreId, storeId } from '../../../shared/domain/ids.ts';

/** A short id from a store's name, `Kōan Tea` → `koan-tea`, made unique among `taken`. */
export function storeIdFor(name: string, taken: ReadonlySet<string>): StoreId {
  const base =
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'store';
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  return storeId(id);
}
