import { type KeyboardEvent, useRef } from 'react';
import { Link } from 'react-aria-components';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { cx } from '../../ui/cx.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StoreNames } from '../../ui/store-names.tsx';
import styles from './cause-filter.module.css';
import { isNarrowed } from './group-filter.ts';

/** The root causes of one error type; choosing one narrows the list to its orders. */
export function CauseFilter({ type }: { readonly type: ErrorType }) {
  const { t, f, cause: words } = useI18n();
  const { view, href } = useView();
  const scope = view.store === null ? {} : { storeId: view.store };
  const { data: causes } = useEngineQuery('causes.list', { errorType: type, ...scope });
  const { data: board } = useEngineQuery('board.summary', scope);
  const all = board?.find(({ errorType }) => errorType === type)?.orders ?? 0;
  // Said of every cause alike, a fix tells none of them apart.
  const hasOneFix = new Set(causes?.map(({ fix }) => fix)).size === 1;
  // What was set aside has no causes: choosing one leads back to what is stuck.
  const tab = isNarrowed(view.tab) ? view.tab : 'stuck';
  const list = useRef<HTMLUListElement>(null);
  useShortcuts({
    'group.causes': () => list.current?.querySelector<HTMLElement>('[aria-current="true"], a')?.focus(),
  });
  return (
    <section className={cx(styles.side)} aria-labelledby="group-causes">
      <h2 id="group-causes">{t.group.causes}</h2>
      {causes ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move along the links in it
        <ul ref={list} data-own-arrows onKeyDown={stepAlong}>
          {causes.length === 0 ? (
            <li className={cx(styles.none)}>{t.group.noCauses}</li>
          ) : (
            <li>
              <Link
                className={cx(styles.cause, view.cause === null && styles.on)}
                href={href({ cause: null, tab, order: null })}
                aria-current={view.cause === null}
              >
                <b>{t.group.allCauses}</b>
                <b className={cx(styles.count)}>{f.number(all)}</b>
              </Link>
            </li>
          )}
          {causes.map((cause) => (
            <li key={cause.key}>
              <Link
                className={cx(styles.cause, view.cause === cause.key && styles.on)}
                href={href({ cause: cause.key, tab, order: null })}
                aria-current={view.cause === cause.key}
              >
                <b className={cx(styles.label)}>{words(cause.subject)}</b>
                <b className={cx(styles.count)}>{f.number(cause.orders)}</b>
                <span title={t.board.unblocks(cause.unblocks, cause.orders, f)}>
                  {hasOneFix ? null : <>{t.fixes[cause.fix]} · </>}
                  <StoreNames names={cause.storeNames} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton rows={5} height={52} />
      )}
    </section>
  );
}

/** Arrows move along the links of the list that the focus is in. */
function stepAlong(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.findIndex((link) => link === document.activeElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
