import { useState } from 'react';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { TriageBoard } from '../features/board/triage-board.tsx';
import { GroupView } from '../features/orders/group-view.tsx';
import { HistoryPage } from '../features/history/history-page.tsx';
import { ImportSheet } from '../features/imports/import-sheet.tsx';
import { PlanSheet } from '../features/plan/plan-sheet.tsx';
import { useReview } from '../features/plan/review-context.tsx';
import { RunSheet } from '../features/plan/run-sheet.tsx';
import { OutboxPage } from '../features/outbox/outbox-page.tsx';
import { SearchPage } from '../features/search/search-page.tsx';
import { ReportsPage } from '../features/reports/reports-page.tsx';
import { StoresPage } from '../features/stores/stores-page.tsx';
import { useI18n } from '../i18n/i18n-context.tsx';
import { useConnectionState } from '../rpc/engine-context.tsx';
import { cx } from '../ui/cx.ts';
import { ConnectionNotice, ConnectionRefused } from './connection-notice.tsx';
import styles from './console.module.css';
import { FocusKeeper } from './focus-keeper.tsx';
import { Rail } from './rail.tsx';
import { screenScopes } from './screen-scopes.ts';
import { ShortcutHelp } from './shortcut-help.tsx';
import { useGlobalShortcuts } from './use-global-shortcuts.ts';
import { ViewBoundary } from './view-boundary.tsx';
import { useView } from './view-context.tsx';
import { WorkspaceNotices } from './workspace-notices.tsx';

/** The frame of every view: rail at the side, the view beside it. */
export function Console() {
  const { t } = useI18n();
  const { view, go } = useView();
  const { draft, isOpen, close } = useReview();
  const connection = useConnectionState();
  const [hasHelp, setHelp] = useState(false);
  const toggleHelp = (): void => setHelp(!hasHelp);
  useGlobalShortcuts(toggleHelp);
  const isCovered = view.run !== null || view.importing || isOpen;
  if (connection.status === 'refused') return <ConnectionRefused error={connection.error} />;
  return (
    <FocusKeeper className={cx(styles.console)}>
      <ViewBoundary of="rail">
        <Rail onHelp={toggleHelp} />
      </ViewBoundary>
      <main className={cx(styles.main)}>
        {connection.status === 'down' ? <ConnectionNotice /> : null}
        <WorkspaceNotices />
        <div className={cx(styles.page)} inert={isCovered} data-page>
          <ViewBoundary of={`${view.page} ${view.type} ${view.store}`}>
            <Page />
          </ViewBoundary>
        </div>
        {view.run === null ? null : (
          <ViewBoundary
            of={view.run}
            sheet={{
              label: t.plan.run.label,
              closeLabel: t.plan.run.close,
              onClose: () => go({ run: null }),
            }}
          >
            <RunSheet key={view.run} run={view.run} />
          </ViewBoundary>
        )}
        {view.importing ? (
          <ViewBoundary
            of="import"
            sheet={{
              label: t.imports.title,
              closeLabel: t.imports.close,
              onClose: () => go({ importing: false }),
            }}
          >
            <ImportSheet />
          </ViewBoundary>
        ) : null}
        {draft === null || !isOpen ? null : (
          <ViewBoundary
            of={`${draft.fix} ${JSON.stringify(draft.params)}`}
            sheet={{ label: t.plan.label, closeLabel: t.plan.close, onClose: close }}
          >
            <PlanSheet draft={draft} />
          </ViewBoundary>
        )}
        {hasHelp ? <ShortcutHelp scopes={screenScopes(view, isOpen)} onClose={toggleHelp} /> : null}
      </main>
    </FocusKeeper>
  );
}

function Page() {
  const { view } = useView();
  switch (view.page) {
    case 'outbox':
      return <OutboxPage />;
    case 'history':
      return <HistoryPage />;
    case 'reports':
      return <ReportsPage />;
    case 'stores':
      return <StoresPage />;
    case 'search':
      return <SearchPage />;
    case 'triage':
      return view.type === null ? (
        <TriageBoard />
      ) : (
        <GroupView key={`${view.type} ${view.store}`} type={view.type} />
      );
    default:
      return assertNever(view.page);
  }
}
