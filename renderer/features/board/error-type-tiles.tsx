import { Link } from 'react-aria-components';
import type { BoardRow } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { useHotkeys } from '../../app/use-hotkeys.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { MoneyList } from '../../ui/money-list.tsx';
import styles from './error-type-tiles.module.css';
import type { BoardTotal } from './total-of.ts';

/**
 * Every type at its own place and under its own key, in the order of the platform's help article: a tile that moved
 * with its count would move under the pointer.
 */
const PLACES: readonly (readonly [type: ErrorType, key: string])[] = [
  ['product_not_linked', '1'],
  ['product_not_found', '2'],
  ['no_shippable_product', '3'],
  ['awaiting_global_e_approval', '4'],
  ['payment_pending', '5'],
  ['destination_not_whitelisted', '6'],
  ['order_cancelled', '7'],
  ['order_already_fulfilled', '8'],
  ['ignored_by_tag', '9'],
  ['postal_code_missing', '0'],
  ['unknown', 'u'],
];

export function ErrorTypeTiles({
  rows,
  total,
}: {
  readonly rows: readonly BoardRow[];
  readonly total: BoardTotal;
}) {
  const { t, f } = useI18n();
  const { go } = useView();
  const now = useNow();
  const byType = new Map(rows.map((row) => [row.errorType, row]));
  useHotkeys(
    Object.fromEntries(PLACES.map(([type, key]) => [key, () => go({ type, cause: null, order: null })])),
  );
  const age = total.oldest === null ? '' : `, ${t.board.oldest(f.age(total.oldest, now))}`;
  return (
    <section aria-labelledby="types-title">
      <h2 id="types-title" className={cx(styles.title)}>
        {t.board.types}{' '}
        <span>
          {t.count.orders(total.orders, f)}, <MoneyList value={total.value} shown={4} />
          {age}
        </span>
      </h2>
      <ul className={cx(styles.tiles)}>
        {PLACES.map(([type, key]) => (
          <li key={type}>
            <Tile type={type} shortcut={key} row={byType.get(type)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({
  type,
  shortcut,
  row,
}: {
  readonly type: ErrorType;
  readonly shortcut: string;
  readonly row: BoardRow | undefined;
}) {
  const { t, f } = useI18n();
  const { href } = useView();
  const now = useNow();
  const name = t.errorTypes[type];
  if (!row || row.orders === 0) {
    return (
      <div className={cx(styles.tile, styles.none)} data-type={type}>
        <span className={cx(styles.name)}>{name}</span>
        <span className={cx(styles.count)}>
          <b>{f.number(0)}</b>
        </span>
        <span className={cx(styles.facts)}>{t.board.none}</span>
      </div>
    );
  }
  const { platform, local } = row.source;
  return (
    <Link
      className={cx(styles.tile)}
      href={href({ type, cause: null, order: null })}
      aria-keyshortcuts={shortcut}
      data-type={type}
    >
      <span className={cx(styles.name)}>
        {name}
        <Kbd>{shortcut.toUpperCase()}</Kbd>
      </span>
      <span className={cx(styles.count)}>
        <b>{f.number(row.orders)}</b>
        {row.oldest === null ? null : (
          <small title={f.exact(row.oldest)}>{t.board.oldest(f.age(row.oldest, now))}</small>
        )}
      </span>
      <span className={cx(styles.facts)}>
        <b>
          <MoneyList value={row.value} shown={4} />
        </b>
      </span>
      <span className={cx(styles.facts)}>
        {type === 'unknown' && platform === 0 ? null : (
          <span className={cx(styles.source)} title={t.board.sourceHint(platform, local, f)}>
            {t.board.source(platform, local, f)}
          </span>
        )}
        {row.predicted.resolved === 0 ? null : (
          <span className={cx(styles.predicted)}>{t.board.predicted(row.predicted.resolved, f)}</span>
        )}
      </span>
    </Link>
  );
}
