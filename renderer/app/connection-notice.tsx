import type { UnstuckError } from '../../shared/errors.ts';
import { useI18n } from '../i18n/i18n-context.tsx';
import { useEngine } from '../rpc/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './connection-notice.module.css';

/** Above a view that still shows what was last known. */
export function ConnectionNotice() {
  const { t } = useI18n();
  const { connection } = useEngine();
  return (
    <div className={cx(styles.above)}>
      <Notice
        tone="risk"
        title={t.errors.disconnected}
        text={t.errors.reconnecting}
        action={<Button onPress={connection.retryNow}>{t.errors.retry}</Button>}
      />
    </div>
  );
}

/** Instead of every view: this browser has no session, or its page is of another version. */
export function ConnectionRefused({ error }: { readonly error: UnstuckError }) {
  const { t, say } = useI18n();
  const noSession = error.code === 'unauthorized';
  return (
    <main className={cx(styles.whole)}>
      <Notice
        place="page"
        tone="plain"
        title={noSession ? t.errors.refused : t.errors.oldPage}
        text={noSession ? t.errors.refusedRemedy : say.error(error)}
        action={<Button onPress={() => location.reload()}>{t.errors.reload}</Button>}
      />
    </main>
  );
}
