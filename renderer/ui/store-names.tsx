import { useI18n } from '../i18n/i18n-context.tsx';

/** The one store by name, several by number; all names on hover. */
export function StoreNames({ names }: { readonly names: readonly string[] }) {
  const { t, f } = useI18n();
  const [first, ...others] = names;
  const isOne = first !== undefined && others.length === 0;
  return <span title={names.join(', ')}>{isOne ? first : t.count.stores(names.length, f)}</span>;
}
