import { FIXES_FOR, type FixKind } from '../../../shared/domain/fix.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { useReview } from '../plan/review-context.tsx';
import styles from './bulk-bar.module.css';

interface BulkBarProps {
  readonly type: ErrorType;
  /** The chosen orders, all of them: a plan covers exactly these. */
  readonly selected: readonly number[];
  readonly total: number;
  /** The default fix of the cause in view, where it has one of its own. */
  readonly fix: FixKind | null;
  readonly onClear: () => void;
}

/** What the selection covers, in words, and the one next step for it. */
export function BulkBar({ type, selected, total, fix, onClear }: BulkBarProps) {
  const { t, f } = useI18n();
  const { review } = useReview();
  const first = fix ?? FIXES_FOR[type][0];
  const open = (kind: FixKind): void =>
    review({ fix: kind, scope: { orders: [...selected] }, errorType: type });
  useShortcuts({
    'group.review': () => open(first),
    'group.snooze': () => open('snooze'),
    'group.dismiss': () => open('dismiss'),
    'group.clear': onClear,
  });
  const words = t.plan.selection;
  return (
    <div className={cx(styles.bar)} role="toolbar" aria-label={words.bar}>
      <span className={cx(styles.scope)} role="status">
        <b>{selected.length === total ? words.all(total, f) : words.some(selected.length, total, f)}</b>{' '}
        {words.selected}
      </span>
      <Button kind="quiet" label={words.clear} hint={words.clear} shortcut="group.clear" onPress={onClear}>
        <Icon name="close" size={12} />
      </Button>
      <Button onPress={() => open('dismiss')} shortcut="group.dismiss" showsKey>
        {t.fixes.dismiss}
      </Button>
      <Button onPress={() => open('snooze')} shortcut="group.snooze" showsKey>
        {t.fixes.snooze}
      </Button>
      <Button kind="primary" onPress={() => open(first)} shortcut="group.review" showsKey>
        {words.review(t.fixes[first])}
      </Button>
    </div>
  );
}
