import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { WriteCounts } from '../../../shared/contract/rows.ts';
import type { WriteState } from '../../../shared/domain/write.ts';
import { PageHead } from '../../app/page-head.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { stepWrites } from './focused-write.ts';
import styles from './outbox-page.module.css';
import { RetryRules } from './retry-rules.tsx';
import { RunList } from './run-list.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { PlatformSteps } from './platform-steps.tsx';
import { StorePauses } from './store-pauses.tsx';
import { WriteList } from './write-list.tsx';

const TABS = {
  attention: ['conflict', 'unknown', 'rejected'],
  waiting: ['queued', 'sending', 'retry_wait', 'blocked_auth'],
  applied: ['applied'],
  ended: ['cancelled'],
} as const satisfies Record<string, readonly WriteState[]>;
type TabName = keyof typeof TABS;
const TAB_NAMES: readonly TabName[] = ['attention', 'waiting', 'applied', 'ended'];

const count = (counts: WriteCounts, tab: TabName): number =>
  TABS[tab].reduce<number>((sum, state) => sum + counts[state], 0);

/** Everything that was committed: what waits, what needs a decision, what is done. Nothing here vanishes by itself. */
export function OutboxPage() {
  const { t, f, say } = useI18n();
  const { data: outbox, error } = useEngineQuery('outbox.list', { limit: 1 });
  const { data: status } = useEngineQuery('engine.status', {});
  const act = useEngineAction();
  const words = t.pages.outbox;
  const [chosen, choose] = useState<TabName | null>(null);
  const tab = chosen ?? (outbox && count(outbox.counts, 'attention') > 0 ? 'attention' : 'waiting');
  const total = outbox ? TAB_NAMES.reduce((sum, name) => sum + count(outbox.counts, name), 0) : 0;
  const isOffline = status?.offline ?? false;
  const isPaused = outbox?.paused.all ?? false;

  const switchNetwork = (): void => void act.run('network.set', { offline: !isOffline });
  const pause = (): void => void act.run(isPaused ? 'outbox.resume' : 'outbox.pause', {});
  useShortcuts({
    'outbox.offline': switchNetwork,
    'outbox.pause': pause,
    'outbox.next': () => stepWrites(1),
    'outbox.previous': () => stepWrites(-1),
  });

  const body = () => {
    if (error) return <Notice place="page" tone="stuck" title={t.errors.failed} text={say.error(error)} />;
    if (!outbox) return <Skeleton rows={10} height={34} />;
    if (total === 0) return <Notice place="page" tone="plain" title={words.emptyAll} />;
    return (
      <div className={cx(styles.columns)}>
        <div className={cx(styles.tabs)}>
          <PlatformSteps />
          <Tabs
            className={cx(styles.tabs)}
            selectedKey={tab}
            onSelectionChange={(key) => choose(TAB_NAMES.find((name) => name === key) ?? null)}
          >
            <TabList className={cx(styles.tabList)} aria-label={words.writes}>
              {TAB_NAMES.map((name) => (
                <Tab key={name} id={name} className={cx(styles.tab)}>
                  {words.tabs[name]} <span>{f.number(count(outbox.counts, name))}</span>
                </Tab>
              ))}
            </TabList>
            {TAB_NAMES.map((name) => (
              <TabPanel key={name} id={name} className={cx(styles.panel)}>
                <WriteList states={[...TABS[name]]} total={count(outbox.counts, name)} />
              </TabPanel>
            ))}
          </Tabs>
        </div>
        <aside className={cx(styles.side)}>
          <RunList />
          <StorePauses />
          <RetryRules />
        </aside>
      </div>
    );
  };

  return (
    <>
      <PageHead title={words.title} facts="" />
      <div className={cx(styles.body)}>
        <div className={cx(styles.actions)}>
          <Button
            onPress={switchNetwork}
            hint={words.switchHint}
            shortcut="outbox.offline"
            showsKey
            kind={isOffline ? 'primary' : 'plain'}
          >
            {isOffline ? words.switchOn : words.switchOff}
          </Button>
          <Button onPress={pause} shortcut="outbox.pause" showsKey>
            {isPaused ? words.resume : words.pause}
          </Button>
        </div>
        {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
        {body()}
      </div>
    </>
  );
}
