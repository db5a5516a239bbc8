import type { Output } from '../../../shared/contract/methods.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './import-sheet.module.css';

/** The first rows of a file; columns that are read stand before those that are not. */
export function ImportPreview({ preview }: { readonly preview: Output<'import.preview'> }) {
  const { t, f } = useI18n();
  const words = t.imports;
  const { columns, rows } = preview;
  const order = [...columns.keys()].toSorted(
    (a, b) => Number(columns[b]?.isRead ?? false) - Number(columns[a]?.isRead ?? false) || a - b,
  );
  const read = columns.filter(({ isRead }) => isRead).length;
  if (rows.length === 0 && columns.length === 0) return null;
  return (
    <div className={cx(styles.preview)}>
      <h2 id="preview-title">
        {words.preview}
        {columns.length === 0 ? null : <small>{words.columns(read, columns.length, f)}</small>}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={cx(styles.scroll)} tabIndex={0} role="region" aria-labelledby="preview-title">
        <table>
          {columns.length === 0 ? null : (
            <thead>
              <tr>
                {order.map((at) => (
                  <th key={at} scope="col" className={cx(!columns[at]?.isRead && styles.unread)}>
                    {columns[at]?.name}
                    {columns[at]?.isRead ? null : <small>{words.notRead}</small>}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, number) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of a file have no other name
              <tr key={number}>
                {(columns.length === 0 ? [...row.keys()] : order).map((at) => (
                  <td key={at} className={cx(columns[at]?.isRead === false && styles.unread)}>
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
