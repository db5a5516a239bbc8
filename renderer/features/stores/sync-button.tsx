import { useMutation } from '@tanstack/react-query';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngine } from '../../rpc/engine-context.tsx';
import { useProgress } from '../../rpc/use-progress.ts';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './sync-button.module.css';

/**
 * Pulls from the store in view, or from all; says how far it is, else when it last was.
 * @param isBrief where the line is short of room, that is said in the tooltip
 */
export function SyncButton({ isBrief }: { readonly isBrief: boolean }) {
  const { t, f, ago, say } = useI18n();
  const { view } = useView();
  const { connection } = useEngine();
  const now = useNow();
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { data: status } = useEngineQuery('engine.status', {});
  const sync = useMutation({
    mutationFn: () => connection.call('sync.run', view.store === null ? {} : { storeId: view.store }),
  });
  const inView = stores.filter((store) => view.store === null || store.id === view.store);
  // The orders of the others come from files.
  const shown = inView.filter(({ state }) => state !== 'readonly');
  const syncing = shown.find((store) => status?.syncing.includes(store.id));
  const progress = useProgress('sync', syncing?.id ?? '');
  const isRunning = sync.isPending || syncing !== undefined;
  const run = (): void => {
    if (!isRunning && shown.length > 0) sync.mutate();
  };
  useShortcuts({ 'pages.sync': run });

  const first = sync.data?.stores.find((store) => store.error !== undefined);
  const failed = sync.error
    ? say.error(sync.error)
    : first && (say.failure({ text: first.error, said: first.said }) ?? undefined);
  // A store that is down says so elsewhere; the others' age is what this button can change.
  const reachable = shown.some(({ state }) => state === 'ok')
    ? shown.filter(({ state }) => state === 'ok')
    : shown;
  const oldest = reachable.some(({ lastSync }) => lastSync === null)
    ? null
    : Math.min(...reachable.map(({ lastSync }) => lastSync ?? now));
  const when = (): string => {
    if (syncing && progress) {
      const total = progress.total === null ? null : f.number(progress.total);
      const left = progress.leftMs === null ? null : f.span(progress.leftMs);
      return `${syncing.name}, ${t.sync.progress(f.number(progress.done), total, left)}`;
    }
    if (isRunning) return '';
    return oldest === null || shown.length === 0 ? t.sync.never : ago(oldest, now);
  };
  const said = when();
  if (shown.length === 0 && inView.length > 0) return null;
  return (
    <>
      {failed === undefined || isRunning ? null : (
        <span className={cx(styles.failed)} role="alert" title={failed}>
          {failed}
        </span>
      )}
      <Button
        onPress={run}
        isDisabled={shown.length === 0}
        hint={isBrief && said !== '' ? `${t.sync.hint} · ${said}` : t.sync.hint}
        shortcut="pages.sync"
      >
        {isRunning ? t.sync.running : t.sync.label}
        <span className={cx(styles.when, isBrief && styles.brief)} title={isRunning ? said : undefined}>
          {said}
        </span>
      </Button>
    </>
  );
}
