import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import styles from './stores-page.module.css';

/** How often our rules foresee what the platform says of a store's stuck orders, and where they do not. */
export function Agreement({ storeId }: { readonly storeId: string }) {
  const { t, f } = useI18n();
  const { data: rows = [] } = useEngineQuery('agreement.list', { storeId });
  if (rows.length === 0) return null;
  const words = t.imports;
  const all = rows.reduce((sum, { orders }) => sum + orders, 0);
  const agreed = rows.reduce((sum, { said, foreseen, orders }) => sum + (said === foreseen ? orders : 0), 0);
  return (
    <details>
      <summary>{words.agreement(agreed, all, f)}</summary>
      <table className={cx(styles.agreement)}>
        <thead>
          <tr>
            <th scope="col">{words.says}</th>
            <th scope="col">{words.foreseen}</th>
            <th scope="col">{words.orders}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ said, foreseen, orders }) => (
            <tr key={`${said} ${foreseen ?? ''}`} className={cx(said !== foreseen && styles.differs)}>
              <td>{t.errorTypes[said]}</td>
              <td>{foreseen === null ? words.foreseenNothing : t.errorTypes[foreseen]}</td>
              <td>{f.number(orders)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
