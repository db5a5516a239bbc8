import { assertNever } from '../../shared/domain/assert-never.ts';
import { TriageBoard } from '../features/board/triage-board.tsx';
import { GroupView } from '../features/orders/group-view.tsx';
import { PlanSheet } from '../features/plan/plan-sheet.tsx';
import { useReview } from '../features/plan/review-context.tsx';
import { RunSheet } from '../features/plan/run-sheet.tsx';
import { OutboxPage } from '../features/outbox/outbox-page.tsx';
import { ReportsPage } from '../features/reports/reports-page.tsx';
import { StoresPage } from '../features/stores/stores-page.tsx';
import { useConnectionState } from '../rpc/engine-context.tsx';
import { cx } from '../ui/cx.ts';
import { ConnectionNotice, ConnectionRefused } from './connection-notice.tsx';
import styles from './console.module.css';
import { Rail } from './rail.tsx';
import { useView } from './view-context.tsx';

/** The frame of every view: rail at the side, the view beside it. */
export function Console() {
  const { view } = useView();
  const { draft } = useReview();
  const connection = useConnectionState();
  if (connection.status === 'refused') return <ConnectionRefused error={connection.error} />;
  return (
    <div className={cx(styles.console)}>
      <Rail />
      <main className={cx(styles.main)}>
        {connection.status === 'down' ? <ConnectionNotice /> : null}
        <Page />
        {view.run === null ? null : <RunSheet key={view.run} run={view.run} />}
        {draft === null ? null : <PlanSheet draft={draft} />}
      </main>
    </div>
  );
}

function Page() {
  const { view } = useView();
  switch (view.page) {
    case 'outbox':
      return <OutboxPage />;
    case 'reports':
      return <ReportsPage />;
    case 'stores':
      return <StoresPage />;
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
