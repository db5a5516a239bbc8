import type { WriteRow } from '../../../shared/contract/rows.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './write-list.module.css';

/** What an agent can do about one write: a step on the platform is declared, an unknown outcome decided, the rest retried or cancelled. */
export function WriteActions({ write }: { readonly write: WriteRow }) {
  const { t } = useI18n();
  const act = useEngineAction();
  const words = t.pages.outbox;
  const writes = [write.id];
  const resolve = (choice: 'mine' | 'theirs') => () => void act.run('outbox.resolve', { writes, choice });
  const retry = (): void => void act.run('outbox.retry', { writes });
  const cancel = (): void => void act.run('outbox.cancel', { writes });

  const buttons = () => {
    if (write.op === 'platform_step' && write.state === 'queued')
      return (
        <>
          <Button kind="primary" onPress={resolve('mine')}>
            {words.stepDone}
          </Button>
          <Button onPress={resolve('theirs')}>{words.stepNot}</Button>
        </>
      );
    switch (write.state) {
      case 'unknown':
        return (
          <>
            <Button onPress={resolve('mine')}>{words.wasSent}</Button>
            <Button onPress={retry}>{words.sendAgain}</Button>
            <Button onPress={resolve('theirs')}>{words.letBe}</Button>
          </>
        );
      case 'queued':
      case 'blocked_auth':
        return <Button onPress={cancel}>{words.cancel}</Button>;
      case 'retry_wait':
        return (
          <>
            <Button onPress={retry}>{words.retry}</Button>
            <Button onPress={cancel}>{words.cancel}</Button>
          </>
        );
      case 'rejected':
        return <Button onPress={retry}>{words.retry}</Button>;
      case 'applied':
      case 'cancelled':
      case 'conflict':
      case 'sending':
        return null;
      default:
        return assertNever(write.state);
    }
  };
  return (
    <span className={cx(styles.actions)}>
      {act.error === null ? null : <small role="alert">{act.error}</small>}
      {buttons()}
    </span>
  );
}
