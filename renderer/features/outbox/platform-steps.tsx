import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import { writeRow } from './focused-write.ts';
import { WriteItem } from './write-list.tsx';
import styles from './write-list.module.css';

/** What only the agent can do, on the platform itself; the writes that wait for it go as soon as it is declared. */
export function PlatformSteps() {
  const { t } = useI18n();
  const { data } = useEngineQuery('outbox.list', { states: ['queued'], steps: true, limit: 100 });
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="steps-title" className={cx(styles.steps)}>
      <h2 id="steps-title">{t.pages.outbox.steps}</h2>
      <ul className={cx(styles.writes)}>
        {data.items.map((write) => (
          <li key={write.id} {...writeRow(write.id)}>
            <WriteItem write={write} />
          </li>
        ))}
      </ul>
    </section>
  );
}
