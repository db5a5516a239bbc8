import { useRef, useState } from 'react';
import { Link } from 'react-aria-components';
import type { CauseRow } from '../../../shared/contract/rows.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { MoneyList } from '../../ui/money-list.tsx';
import { StoreNames } from '../../ui/store-names.tsx';
import { useReview } from '../plan/review-context.tsx';
import styles from './cause-list.module.css';

const SHOWN = 6;

/** Root causes, most orders unblocked first; each leads to its orders. */
export function CauseList({
  causes,
  stuck,
}: {
  readonly causes: readonly CauseRow[];
  readonly stuck: number;
}) {
  const { t, f } = useI18n();
  const { review } = useReview();
  const [showsAll, setShowsAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = showsAll ? causes : causes.slice(0, SHOWN);
  const most = Math.max(1, ...causes.map(({ unblocks }) => unblocks));
  const share = shown.reduce((sum, { unblocks }) => sum + unblocks, 0) / stuck;

  const step = (by: 1 | -1): void => {
    const rows = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  };
  const open = (cause: CauseRow): void =>
    review({ fix: cause.fix, scope: { cause: cause.key }, errorTypes: [cause.errorType] });
  useShortcuts({
    'board.next': () => step(1),
    'board.previous': () => step(-1),
    'board.review': () => {
      const row = document.activeElement?.closest('[data-cause]');
      const cause = shown.find(({ key }) => key === row?.getAttribute('data-cause')) ?? shown[0];
      if (cause) open(cause);
    },
    'board.allCauses': () => setShowsAll(!showsAll),
  });

  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="causes-title">
      <h2 id="causes-title" className={cx(styles.title)}>
        {t.board.causes} <span>{t.board.causesShare(shown.length, percent(share, f.number), f)}</span>
      </h2>
      <ul className={cx(styles.causes)} ref={list}>
        {shown.map((cause) => (
          <li key={cause.key} data-cause={cause.key}>
            <CauseLink cause={cause} most={most} />
            <Button
              onPress={() => open(cause)}
              hint={t.plan.reviewFixHint(t.fixes[cause.fix])}
              shortcut="board.review"
            >
              {t.plan.reviewFix}
            </Button>
          </li>
        ))}
      </ul>
      {causes.length > SHOWN ? (
        <Button
          kind="quiet"
          onPress={() => setShowsAll(!showsAll)}
          hint={t.shortcuts.does['board.allCauses']}
          shortcut="board.allCauses"
        >
          {showsAll ? t.board.showFewer : t.board.showAll(causes.length, f)}
        </Button>
      ) : null}
    </section>
  );
}

function CauseLink({ cause, most }: { readonly cause: CauseRow; readonly most: number }) {
  const { t, f, cause: words } = useI18n();
  const { href } = useView();
  const label = words(cause.subject);
  return (
    <Link className={cx(styles.cause)} href={href({ type: cause.errorType, cause: cause.key, order: null })}>
      <span className={cx(styles.label)} title={label}>
        {label}
      </span>
      <span className={cx(styles.type)}>{t.errorTypes[cause.errorType]}</span>
      <span className={cx(styles.lever)} title={t.board.unblocks(cause.unblocks, cause.orders, f)}>
        <u aria-hidden="true">
          <i style={{ width: `${(cause.unblocks / most) * 100}%` }} />
        </u>
        <b>{f.number(cause.unblocks)}</b>
      </span>
      <span className={cx(styles.value)}>
        <MoneyList value={cause.value} />
      </span>
      <span className={cx(styles.stores)}>
        <StoreNames names={cause.storeNames} />
      </span>
      <span className={cx(styles.fix)}>{t.fixes[cause.fix]}</span>
    </Link>
  );
}

const percent = (share: number, number: (n: number) => string): string =>
  `${number(Math.round(Math.min(1, share) * 100))}\u00a0%`;
