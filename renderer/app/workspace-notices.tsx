import { useState } from 'react';
import { useI18n } from '../i18n/i18n-context.tsx';
import { useEngineQuery } from '../rpc/use-engine-query.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './connection-notice.module.css';

/**
 * What the agent must know about how the workspace opened, above every view until it is read; what was lost stays in
 * the history and in `doctor` as well.
 */
export function WorkspaceNotices() {
  const { t, say } = useI18n();
  const { data: status } = useEngineQuery('engine.status', {});
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const unread = (status?.notices ?? []).filter(({ aside }) => !read.has(aside));
  return unread.map((notice) => (
    <div key={notice.aside} className={cx(styles.above)}>
      <Notice
        tone="stuck"
        title={t.errors.workspace}
        text={say.workspaceNotice(notice)}
        action={
          <Button onPress={() => setRead(new Set([...read, notice.aside]))}>{t.errors.understood}</Button>
        }
      />
    </div>
  ));
}
