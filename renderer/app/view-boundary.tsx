import { Component, type ReactNode, useCallback, useEffect, useState } from 'react';
import { messageOf } from '../../shared/errors.ts';
import { useI18n } from '../i18n/i18n-context.tsx';
import { useEngine } from '../rpc/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { movedDelay, retryDelay } from './retry-delay.ts';

interface BoundaryProps {
  /** What is shown: another view is tried at once. */
  readonly of: string;
  readonly children: ReactNode;
  /** Where the view is a sheet: the way out of it, which must not crash with it. */
  readonly sheet?: { readonly label: string; readonly closeLabel: string; readonly onClose: () => void };
}

interface BoundaryState {
  readonly of: string;
  readonly crash: { readonly message: string } | null;
  /** How often it was tried again without lasting. */
  readonly attempts: number;
}

/**
 * What crashes while it renders takes only itself down: what is above the boundary (rail, selection, draft) stays. It
 * says what happened and comes back by itself: after a while, longer each time, when data moves, and on going elsewhere.
 */
export class ViewBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { of: this.props.of, crash: null, attempts: 0 };

  static getDerivedStateFromProps({ of }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return of === state.of ? null : { of, crash: null, attempts: 0 };
  }

  static getDerivedStateFromError(thrown: unknown): Pick<BoundaryState, 'crash'> {
    return { crash: { message: messageOf(thrown) } };
  }

  readonly retry = (): void => {
    this.setState(({ attempts }) => ({ crash: null, attempts: attempts + 1 }));
  };

  override render(): ReactNode {
    const { crash, attempts } = this.state;
    const { sheet, children } = this.props;
    if (!crash) return children;
    const notice = <Crash message={crash.message} attempts={attempts} onRetry={this.retry} />;
    return sheet ? <Sheet {...sheet}>{notice}</Sheet> : notice;
  }
}

/** Some data was read, or is known to have changed. */
const MOVES: ReadonlySet<string> = new Set(['success', 'invalidate']);

function Crash({
  message,
  attempts,
  onRetry,
}: {
  readonly message: string;
  readonly attempts: number;
  readonly onRetry: () => void;
}) {
  const { t } = useI18n();
  const { queries } = useEngine();
  // The boundary’s own, the same for its whole life.
  const [retry] = useState(() => onRetry);
  const again = useCallback((): void => {
    // What the view crashed on may be what it had read: nobody shows that now, so it is read anew.
    queries.removeQueries({ type: 'inactive' });
    retry();
  }, [queries, retry]);
  useEffect(() => {
    let timer = setTimeout(again, retryDelay(attempts));
    const stop = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || !MOVES.has(event.action.type)) return;
      clearTimeout(timer);
      timer = setTimeout(again, movedDelay(attempts));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queries, attempts, again]);
  return (
    <Notice
      place="page"
      tone="stuck"
      title={t.errors.crashed}
      text={`${t.errors.crashedBy(t.quote(message))} ${t.errors.crashedKept}`}
      action={<Button onPress={again}>{t.errors.retry}</Button>}
    />
  );
}
