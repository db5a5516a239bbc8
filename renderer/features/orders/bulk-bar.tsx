import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { FixKind } from '../../../shared/domain/fix.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import type { ShortcutId } from '../../shortcuts/registry.ts';
import { shortcutWords } from '../../shortcuts/shortcut-words.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { useReview } from '../plan/review-context.tsx';
import styles from './bulk-bar.module.css';

const KEY_OF: Readonly<Partial<Record<FixKind, ShortcutId>>> = {
  snooze: 'orders.snooze',
  dismiss: 'orders.dismiss',
};

export interface BulkBarProps {
  /** The chosen orders, all of them: a plan covers exactly these. */
  readonly selected: readonly number[];
  /** How many the list holds. */
  readonly total: number;
  /** Whether more orders match than the list holds. */
  readonly isPart?: boolean;
  /** The one next step; null: no fix suits any of these orders. */
  readonly first: { readonly fix: FixKind; readonly suits: number } | null;
  readonly others: readonly FixKind[];
  /** What they are stuck for. */
  readonly errorTypes: readonly ErrorType[];
  readonly onClear: () => void;
}

/** What the selection covers, in words, and the one next step for it. */
export function BulkBar({
  selected,
  total,
  isPart = false,
  first,
  others,
  errorTypes,
  onClear,
}: BulkBarProps) {
  const { t, f } = useI18n();
  const { review } = useReview();
  const open = (fix: FixKind): void => review({ fix, scope: { orders: [...selected] }, errorTypes });
  const can = (fix: FixKind): boolean => first?.fix === fix || others.includes(fix);
  useShortcuts({
    'orders.review': () => (first ? open(first.fix) : false),
    'orders.snooze': () => (can('snooze') ? open('snooze') : false),
    'orders.dismiss': () => (can('dismiss') ? open('dismiss') : false),
    'orders.clear': onClear,
  });
  const words = t.plan.selection;
  const isAll = selected.length === total;
  const scope = isAll
    ? (isPart ? words.allListed : words.all)(total, f)
    : words.some(selected.length, total, f);
  return (
    <div className={cx(styles.bar)} role="toolbar" aria-label={words.bar}>
      <span className={cx(styles.scope)} role="status">
        <b>{scope}</b> <span>{words.selected}</span>
      </span>
      <Button kind="quiet" label={words.clear} hint={words.clear} shortcut="orders.clear" onPress={onClear}>
        <Icon name="close" size={12} />
      </Button>
      {others
        .filter((fix) => fix !== first?.fix)
        .map((fix) => {
          const key = KEY_OF[fix];
          return (
            <Button
              key={fix}
              onPress={() => open(fix)}
              {...(key === undefined ? {} : { shortcut: key, showsKey: true, hint: shortcutWords(key, t) })}
            >
              {t.fixes[fix]}
            </Button>
          );
        })}
      {first === null ? (
        <span className={cx(styles.scope)}>{words.noFix}</span>
      ) : (
        <ReviewButton
          words={
            first.suits === selected.length
              ? words.review(t.fixes[first.fix])
              : words.reviewPart(t.fixes[first.fix], first.suits, f)
          }
          short={t.fixes[first.fix]}
          onPress={() => open(first.fix)}
        />
      )}
    </div>
  );
}

/** Called the same however little of it there is room for. */
function ReviewButton({
  words,
  short,
  onPress,
}: {
  readonly words: string;
  readonly short: string;
  readonly onPress: () => void;
}) {
  return (
    <Button kind="primary" onPress={onPress} shortcut="orders.review" showsKey>
      <span className={cx(styles.long)}>{words}</span>
      <span aria-hidden="true" className={cx(styles.short)}>
        {short}
      </span>
    </Button>
  );
}
