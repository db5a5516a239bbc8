import { Link } from 'react-aria-components';
import type { BoardRow } from '../../../shared/contract/rows.ts';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { BOARD } from '../../app/view-state.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { ariaKeys, SHORTCUT_IDS, TYPE_SHORTCUTS } from '../../shortcuts/registry.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { cx } from '../../ui/cx.ts';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { MoneyList } from '../../ui/money-list.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import styles from './error-type-tiles.module.css';
import type { BoardTotal } from './total-of.ts';

const PLACES = ERROR_TYPES.toSorted((a, b) => placeOf(a) - placeOf(b));

export function ErrorTypeTiles({
  rows,
  total,
}: {
  readonly rows: readonly BoardRow[];
  readonly total: BoardTotal;
}) {
  const { t, f } = useI18n();
  const { view, go } = useView();
  const now = useNow();
  const { data: urgency } = useEngineQuery(
    'board.urgency',
    view.store === null ? {} : { storeId: view.store },
  );
  const { data: trend } = useEngineQuery('board.trend', view.store === null ? {} : { storeId: view.store });
  const points = new Map(trend?.types.map((line) => [line.errorType, line.points]));
  const urgent = new Map(urgency?.byType.map(({ errorType, orders }) => [errorType, orders]));
  const byType = new Map(rows.map((row) => [row.errorType, row]));
  useShortcuts(
    Object.fromEntries(
      ERROR_TYPES.map((type) => [TYPE_SHORTCUTS[type], () => go({ ...BOARD, store: view.store, type })]),
    ),
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
        {PLACES.map((type) => (
          <li key={type}>
            <Tile
              type={type}
              row={byType.get(type)}
              urgent={urgent.get(type) ?? 0}
              trend={trend ? { since: trend.from, points: points.get(type) ?? [] } : null}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({
  type,
  row,
  urgent,
  trend,
}: {
  readonly type: ErrorType;
  readonly row: BoardRow | undefined;
  /** Of its orders, how many the next cut-off decides. */
  readonly urgent: number;
  /** How its number moved; null: it is not known for long enough. */
  readonly trend: { readonly since: number; readonly points: readonly number[] } | null;
}) {
  const { t, f } = useI18n();
  const { view, href } = useView();
  const now = useNow();
  const group = { ...BOARD, store: view.store, type };
  const name = t.errorTypes[type];
  if (!row || row.orders === 0) {
    return (
      <div className={cx(styles.tile, styles.none)} data-type={type}>
        {/* What of it was snoozed or dismissed is found there. */}
        <Link
          className={cx(styles.whole)}
          href={href(group)}
          aria-keyshortcuts={ariaKeys(TYPE_SHORTCUTS[type])}
        >
          <span className={cx(styles.name)}>{name}</span>
          <span className={cx(styles.count)}>
            <b>{f.number(0)}</b>
          </span>
          <span className={cx(styles.facts)}>{t.board.none}</span>
        </Link>
      </div>
    );
  }
  const { platform, local } = row.source;
  return (
    <div className={cx(styles.tile)} data-type={type}>
      <Link
        className={cx(styles.whole)}
        href={href(group)}
        aria-keyshortcuts={ariaKeys(TYPE_SHORTCUTS[type])}
      >
        <span className={cx(styles.name)}>
          {name}
          <span className={cx(styles.keys)}>
            <KeyCaps id={TYPE_SHORTCUTS[type]} />
          </span>
        </span>
        <span className={cx(styles.count)}>
          <b>{f.number(row.orders)}</b>
          {trend === null || trend.points.length === 0 ? null : (
            <Sparkline
              points={trend.points}
              label={t.board.trend(f.span(now - trend.since), trend.points[0] ?? 0, row.orders, f)}
            />
          )}
        </span>
        <span className={cx(styles.facts)}>
          <b>
            <MoneyList value={row.value} shown={4} />
          </b>
        </span>
        <span className={cx(styles.facts)}>
          {row.oldest === null ? null : (
            <span title={f.exact(row.oldest)}>{t.board.oldestOfTile(f.age(row.oldest, now))}</span>
          )}
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
      {(row.regressed ?? 0) === 0 ? null : (
        <Link
          className={cx(styles.urgent)}
          href={href({ ...BOARD, page: 'search', store: view.store, q: `is:regressed type:${type}` })}
          aria-label={`${name}: ${t.control.regressedCount(row.regressed ?? 0, f)}`}
        >
          {t.control.regressedCount(row.regressed ?? 0, f)}
        </Link>
      )}
      {urgent === 0 ? null : (
        <Link
          className={cx(styles.urgent)}
          href={href({ ...group, tab: 'missCutoff' })}
          aria-label={`${name}: ${t.pages.missCutoff(urgent, f)}`}
        >
          {t.pages.missCutoff(urgent, f)}
        </Link>
      )}
    </div>
  );
}

/** As the keys lie, which is the order of the platform's help article. */
function placeOf(type: ErrorType): number {
  return SHORTCUT_IDS.indexOf(TYPE_SHORTCUTS[type]);
}
