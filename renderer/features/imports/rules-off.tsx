import type { StoreRow } from '../../../shared/contract/rows.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './import-sheet.module.css';

/** Which rules stay silent about a store's orders, and why. */
export function RulesOff({ store }: { readonly store: Pick<StoreRow, 'name' | 'rulesOff'> }) {
  const { t, f, say } = useI18n();
  if (store.rulesOff.length === 0) return null;
  return (
    <details className={cx(styles.off)}>
      <summary>{t.imports.rulesOff(store.rulesOff.length, f)}</summary>
      <ul aria-label={t.imports.rulesOffOf(store.name)}>
        {store.rulesOff.map((rule) => (
          <li key={rule.errorType}>{say.ruleOff(rule)}</li>
        ))}
      </ul>
    </details>
  );
}
