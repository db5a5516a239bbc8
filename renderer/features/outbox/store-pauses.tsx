import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './store-pauses.module.css';

/** Pauses one store, while the others go on. With a single store, pausing all of it does the same. */
export function StorePauses() {
  const { t } = useI18n();
  const act = useEngineAction();
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { data: outbox } = useEngineQuery('outbox.list', { limit: 1 });
  const words = t.control;
  const connected = stores.filter(({ state }) => state !== 'readonly');
  if (!outbox || connected.length < 2) return null;
  const paused = new Set(outbox.paused.stores);
  return (
    <section className={cx(styles.stores)} aria-labelledby="store-pauses">
      <h2 id="store-pauses">{words.stores}</h2>
      {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
      <ul>
        {connected.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            {paused.has(id) ? <Tag tone="risk">{words.chips.paused}</Tag> : <span />}
            <Button
              kind="quiet"
              label={paused.has(id) ? words.resumeStore(name) : words.pauseStore(name)}
              onPress={() => void act.run(paused.has(id) ? 'outbox.resume' : 'outbox.pause', { storeId: id })}
            >
              {paused.has(id) ? words.resume : words.pause}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
