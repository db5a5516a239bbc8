import { useState } from 'react';
import { Link } from 'react-aria-components';
import { PageHead } from '../../app/page-head.tsx';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { ariaKeys } from '../../shortcuts/registry.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OrderBrowser } from '../orders/order-browser.tsx';
import { FoundBulkBar } from './found-bulk-bar.tsx';
import { queryFaultOf } from './query-fault-of.ts';
import { SearchHelp } from './search-help.tsx';
import styles from './search-page.module.css';
import { LISTED, SEARCH_SORT, stageOf, useFoundOrders } from './use-found-orders.ts';

/** The orders that a search finds, of all stores or the chosen one, whatever became of them. */
export function SearchPage() {
  const { t, f } = useI18n();
  const { view, href, go } = useView();
  const words = t.search;
  const { data: stores } = useEngineQuery('stores.list', {});
  const store = stores?.find(({ id }) => id === view.store);
  /** The search whose matches are all listed. */
  const [whole, setWhole] = useState<string | null>(null);
  const name = `search ${view.store ?? ''} ${view.q ?? ''}`;
  const orders = useFoundOrders(whole === name);
  const isMore = orders.data?.more ?? false;
  const stage = stageOf(view.q);
  const refused = queryFaultOf(orders.error);

  // The address still names the group that one searched from.
  const back = { page: 'triage', q: null, order: null, sort: null } as const;
  const where = view.type === null ? t.board.title : t.errorTypes[view.type];

  const facts =
    stage === 'asked' && orders.data && !orders.isPlaceholderData
      ? [
          words.found(orders.data.ids.length, isMore, f),
          store ? words.inStore(store.name) : t.nav.allStores,
        ].join(' · ')
      : '';

  return (
    <>
      <PageHead
        crumb={
          <Link className={cx(styles.crumb)} href={href(back)} aria-keyshortcuts={ariaKeys('orders.back')}>
            <Icon name="back" size={13} />
            {where}
          </Link>
        }
        title={words.title}
        facts={facts}
      />
      {stage !== 'asked' || refused ? (
        <Help
          title={refused ? words.faulty : stage === 'too_short' ? words.tooShort : words.start}
          onBack={() => go(back)}
        />
      ) : (
        <div className={cx(styles.split)}>
          <OrderBrowser
            orders={orders}
            name={name}
            label={words.results}
            type={null}
            sort={view.sort ?? SEARCH_SORT}
            head={
              isMore ? (
                <p className={cx(styles.more)}>
                  {words.listed(LISTED, f)}
                  <Button kind="quiet" onPress={() => setWhole(name)}>
                    {words.listAll}
                  </Button>
                </p>
              ) : null
            }
            empty={
              <Notice
                place="page"
                tone="plain"
                title={words.none(view.q ?? '')}
                text={words.noneHint}
                action={
                  store ? <Button onPress={() => go({ store: null })}>{words.everyStore}</Button> : null
                }
              />
            }
            renderBar={(chosen) => <FoundBulkBar {...chosen} isPart={isMore} />}
            onBack={() => go(back)}
          />
        </div>
      )}
    </>
  );
}

function Help({ title, onBack }: { readonly title: string; readonly onBack: () => void }) {
  useShortcuts({ 'orders.back': onBack });
  return (
    <div className={cx(styles.help)}>
      <SearchHelp title={title} />
    </div>
  );
}
