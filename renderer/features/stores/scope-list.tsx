import type { StoreCheck } from '../../../shared/contract/rows.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './stores-page.module.css';

/** What a token may do; for each scope that is missing, what that costs. */
export function ScopeList({ check }: { readonly check: StoreCheck }) {
  const { t, f, say } = useI18n();
  const words = t.pages.stores;
  const missingFirst = check.scopes.toSorted((a, b) => Number(a.granted) - Number(b.granted));
  return (
    <section className={cx(styles.scopes)} role="status">
      <b>{words.fine(check.shopName)}</b>
      {check.platformProducts === null ? null : <p>{words.products(check.platformProducts, f)}</p>}
      {check.redacted.length === 0 ? null : (
        <p>{words.withheld(f.list(check.redacted.map(say.orderPart)))}</p>
      )}
      <ul>
        {missingFirst.map(({ scope, granted, costs }) => (
          <li key={scope}>
            <code>{scope}</code>
            <Tag tone={granted ? 'ok' : 'risk'}>{granted ? words.granted : words.missing}</Tag>
            {granted ? null : <p>{say.scope(scope) ?? costs}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
