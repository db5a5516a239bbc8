import { PageHead } from '../../app/page-head.tsx';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StoreNotices } from '../stores/store-notices.tsx';
import { SyncProgress } from '../stores/sync-progress.tsx';
import { CauseList } from './cause-list.tsx';
import { ErrorTypeTiles } from './error-type-tiles.tsx';
import { totalOf } from './total-of.ts';
import styles from './triage-board.module.css';

/** Where do I start? Root causes by what one fix unblocks, then everything by error type. */
export function TriageBoard() {
  const { t, f, say } = useI18n();
  const { view, go } = useView();
  const scope = view.store === null ? {} : { storeId: view.store };
  const board = useEngineQuery('board.summary', scope);
  const causes = useEngineQuery('causes.list', scope);
  const { data: stores } = useEngineQuery('stores.list', {});
  const store = stores?.find(({ id }) => id === view.store);
  const failed = board.error ?? causes.error;

  const body = () => {
    if (stores?.length === 0)
      return (
        <Notice
          place="page"
          tone="plain"
          title={t.board.noStores}
          text={t.board.noStoresRemedy}
          action={
            <Button kind="primary" onPress={() => go({ page: 'stores' })}>
              {t.board.connectFirst}
            </Button>
          }
        />
      );
    if (failed) {
      const retry = (): void => void Promise.all([board.refetch(), causes.refetch()]);
      return (
        <Notice
          place="page"
          tone="stuck"
          title={t.errors.failed}
          text={say.error(failed)}
          action={<Button onPress={retry}>{t.errors.retry}</Button>}
        />
      );
    }
    if (!board.data || !causes.data) return <Skeleton rows={12} height={42} />;
    const total = totalOf(board.data);
    if (total.orders === 0) return <NothingStuck />;
    return (
      <>
        <CauseList causes={causes.data} stuck={total.orders} />
        <ErrorTypeTiles rows={board.data} total={total} />
      </>
    );
  };

  return (
    <>
      <PageHead
        title={t.board.title}
        facts={store?.name ?? (stores?.length ? `${t.nav.allStores} · ${f.number(stores.length)}` : '')}
        action={
          stores === undefined || stores.length === 0 ? null : (
            <Button hint={t.imports.openHint} shortcut="pages.import" onPress={() => go({ importing: true })}>
              {t.imports.start}
            </Button>
          )
        }
      />
      <div className={cx(styles.body)}>
        <StoreNotices />
        {body()}
      </div>
    </>
  );
}

function NothingStuck() {
  const { t, ago } = useI18n();
  const { view, go } = useView();
  const now = useNow();
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { data: status } = useEngineQuery('engine.status', {});
  const shown = stores.filter(({ id }) => view.store === null || id === view.store);
  const times = shown.map(({ lastSync }) => lastSync);
  const checked = times.filter((time) => time !== null);
  if (checked.length === 0 && shown.length > 0 && shown.every(({ state }) => state === 'readonly'))
    return (
      <Notice
        place="page"
        tone="plain"
        title={t.imports.nothingYet}
        text={t.imports.nothingYetRemedy}
        action={
          <Button kind="primary" onPress={() => go({ importing: true })}>
            {t.imports.open}
          </Button>
        }
      />
    );
  if (checked.length < times.length)
    return (
      <Notice
        place="page"
        tone="plain"
        title={t.board.firstSync}
        action={
          <div>
            {stores
              .filter(({ id, lastSync }) => lastSync === null && status?.syncing.includes(id))
              .map(({ id, name }) => (
                <SyncProgress key={id} storeId={id} name={name} />
              ))}
          </div>
        }
      />
    );
  return (
    <Notice
      place="page"
      tone="plain"
      title={t.board.nothingStuck}
      text={t.board.lastChecked(ago(Math.min(...checked), now))}
      action={
        <Button onPress={() => go({ page: 'search', q: 'is:snoozed,dismissed' })}>{t.board.setAside}</Button>
      }
    />
  );
}
