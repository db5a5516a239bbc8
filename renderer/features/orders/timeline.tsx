import type { TimelineEntry } from '../../../shared/contract/rows.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { IGNORE_TAG } from '../../../shared/domain/error-type.ts';
import { hasTag } from '../../../shared/domain/order.ts';
import { useNow } from '../../app/use-now.ts';
import { type I18n, useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { uniqueKeys } from '../../ui/unique-keys.ts';
import styles from './timeline.module.css';

/** What happened to an order, oldest first, as far as the store and the outbox tell. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const i18n = useI18n();
  const now = useNow();
  const keys = uniqueKeys(
    entries.map((entry) => `${entry.at} ${entry.what} ${entry.subject ?? entry.does?.op}`),
  );
  return (
    <ol className={cx(styles.timeline)}>
      {entries.map((entry, at) => (
        <li key={keys[at]}>
          <span className={cx(styles.what, isCulprit(entry) && styles.culprit)}>{wordsOf(entry, i18n)}</span>
          <time title={i18n.f.exact(entry.at)}>{i18n.f.moment(entry.at, now)}</time>
        </li>
      ))}
    </ol>
  );
}

/** What the platform skips an order for; the words name the tag too. */
const isCulprit = ({ what, subject }: TimelineEntry): boolean =>
  what === 'tagged' && subject !== null && hasTag([IGNORE_TAG], subject);

function wordsOf({ what, subject, does, who, state }: TimelineEntry, { t, say }: I18n): string {
  const words = t.playbook.timeline;
  switch (what) {
    case 'placed':
      return words.placed;
    case 'cancelled':
      return words.cancelled;
    case 'fulfilled':
      return words.fulfilled(who);
    case 'tagged':
      return words.tagged(who, subject ?? '');
    case 'write':
      return `${does === null ? '' : say.write(does)} (${state === null ? '' : t.plan.run.states[state]})`;
    default:
      return assertNever(what);
  }
}
