import type { WriteRow } from '../../../shared/contract/rows.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Catalog } from '../../i18n/en.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import type { ShortcutId } from '../../shortcuts/registry.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { onFocusedWrite } from './focused-write.ts';
import styles from './write-list.module.css';

/** One thing that can be done about a write, and the key that does it on the write with the focus. */
interface Action {
  readonly does: 'mine' | 'theirs' | 'retry' | 'cancel' | 'retryAlike' | 'cancelAlike';
  readonly word: keyof Catalog['pages']['outbox'] &
    (
      | 'stepDone'
      | 'stepNot'
      | 'wasSent'
      | 'sendAgain'
      | 'letBe'
      | 'retry'
      | 'cancel'
      | 'retryAlike'
      | 'cancelAlike'
    );
  readonly isPrimary?: true;
}

/** A step on the platform is declared, an unknown outcome decided, the rest retried or cancelled; conflicts are chosen in their own view. */
function actionsOf({
  op,
  state,
  nextAttemptAt,
}: Pick<WriteRow, 'op' | 'state' | 'nextAttemptAt'>): readonly Action[] {
  if (op === 'platform_step' && state === 'queued')
    return [
      { does: 'mine', word: 'stepDone', isPrimary: true },
      { does: 'theirs', word: 'stepNot' },
    ];
  switch (state) {
    case 'unknown':
      return [
        { does: 'mine', word: 'wasSent' },
        // Not while the app is still finding out.
        ...(nextAttemptAt === null ? [{ does: 'retry', word: 'sendAgain' } as const] : []),
        { does: 'theirs', word: 'letBe' },
      ];
    case 'queued':
    case 'blocked_auth':
      return [{ does: 'cancel', word: 'cancel' }];
    case 'retry_wait':
      return [
        { does: 'retry', word: 'retry' },
        { does: 'cancel', word: 'cancel' },
      ];
    case 'rejected':
      return [{ does: 'retry', word: 'retry' }];
    case 'applied':
    case 'cancelled':
    case 'conflict':
    case 'sending':
      return [];
    default:
      return assertNever(state);
  }
}

/** The same for all that are where it is; an unknown outcome is decided one by one. */
function alikeActionsOf({ op, state }: Pick<WriteRow, 'op' | 'state'>): readonly Action[] {
  if (op === 'platform_step') return [];
  if (state === 'rejected' || state === 'retry_wait') return [{ does: 'retryAlike', word: 'retryAlike' }];
  return state === 'queued' || state === 'blocked_auth' ? [{ does: 'cancelAlike', word: 'cancelAlike' }] : [];
}

/** What an agent can do about one write. */
export function WriteActions({
  write,
  hasAlike = false,
}: {
  readonly write: WriteRow;
  /** Others are where it is, for the same kind of reason. */
  readonly hasAlike?: boolean;
}) {
  const { t } = useI18n();
  const act = useEngineAction();
  const words = t.pages.outbox;
  const writes = [write.id];
  const run = (does: Action['does']): void => {
    if (does === 'retry') void act.run('outbox.retry', { writes });
    else if (does === 'cancel') void act.run('outbox.cancel', { writes });
    else if (does === 'retryAlike') void act.run('outbox.retry', { alike: write.id });
    else if (does === 'cancelAlike') void act.run('outbox.cancel', { alike: write.id });
    else void act.run('outbox.resolve', { writes, choice: does });
  };
  const actions = [...actionsOf(write), ...(hasAlike ? alikeActionsOf(write) : [])];
  const keyOf = (does: Action['does']): ShortcutId => `outbox.${does}`;
  useShortcuts(
    Object.fromEntries(actions.map(({ does }) => [keyOf(does), onFocusedWrite(write.id, () => run(does))])),
  );
  return (
    <span className={cx(styles.actions)}>
      {act.error === null ? null : <small role="alert">{act.error}</small>}
      {actions.map(({ does, word, isPrimary }) => {
        const isAlike = does.endsWith('Alike');
        return (
          <span key={word} className={isAlike ? cx(styles.alike) : undefined}>
            <Button
              kind={isPrimary ? 'primary' : isAlike ? 'quiet' : 'plain'}
              onPress={() => run(does)}
              hint={words[word]}
              shortcut={keyOf(does)}
            >
              {words[word]}
            </Button>
          </span>
        );
      })}
    </span>
  );
}
