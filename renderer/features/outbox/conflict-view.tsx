import { useState } from 'react';
import type { WriteRow } from '../../../shared/contract/rows.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { onFocusedWrite } from './focused-write.ts';
import styles from './conflict-view.module.css';

/** Somebody changed what this write is about: each field three ways, and the choice, for one or for all alike. */
export function ConflictView({
  write,
  alike,
}: {
  readonly write: WriteRow;
  readonly alike: readonly WriteRow[];
}) {
  const { t, f, say } = useI18n();
  const act = useEngineAction();
  const [isForAll, setForAll] = useState(false);
  const words = t.pages.outbox;
  const choose = (choice: 'mine' | 'theirs'): void => {
    const writes = isForAll ? alike.map(({ id }) => id) : [write.id];
    void act.run('outbox.resolve', { writes, choice });
  };
  useShortcuts({
    'outbox.mine': onFocusedWrite(write.id, () => choose('mine')),
    'outbox.theirs': onFocusedWrite(write.id, () => choose('theirs')),
  });
  const value = (text: string | null) => text ?? <i>{words.nothing}</i>;
  return (
    <div className={cx(styles.conflict)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.planned}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.want}</th>
          </tr>
        </thead>
        <tbody>
          {write.conflict.map(say.conflict).map(({ field, planned, now, mine }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>{value(planned)}</td>
              <td>{value(now)}</td>
              <td>{value(mine)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
      <div className={cx(styles.choice)}>
        <Button onPress={() => choose('mine')} shortcut="outbox.mine" showsKey>
          {words.mine}
        </Button>
        <Button onPress={() => choose('theirs')} shortcut="outbox.theirs" showsKey>
          {words.theirs}
        </Button>
        {alike.length < 2 ? null : (
          <label>
            <input type="checkbox" checked={isForAll} onChange={(event) => setForAll(event.target.checked)} />
            {words.alike(alike.length, f)}
          </label>
        )}
      </div>
    </div>
  );
}
