import type { WorkspaceName } from '../../../shared/contract/methods.ts';
import { BOARD } from '../../app/view-state.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** In the demo workspace: what it is, and the way to the agent's own stores. */
export function LeaveDemo() {
  const { t } = useI18n();
  const words = t.pages.stores;
  const { isBusy, error, change } = useChange();
  return (
    <Notice
      tone={error === null ? 'risk' : 'stuck'}
      title={words.demo}
      text={error ?? words.demoRemedy}
      action={
        <Button kind="primary" onPress={() => void change('own')} isDisabled={isBusy}>
          {words.useOwn}
        </Button>
      }
    />
  );
}

/** In an own workspace without a store: the way to something to look at. */
export function SeeDemo() {
  const { t } = useI18n();
  const words = t.pages.stores;
  const { isBusy, error, change } = useChange();
  return (
    <Notice
      tone={error === null ? 'plain' : 'stuck'}
      title={words.firstRun}
      text={error ?? words.seeDemoHint}
      action={
        <Button onPress={() => void change('demo')} isDisabled={isBusy}>
          {words.seeDemo}
        </Button>
      }
    />
  );
}

function useChange() {
  const { go } = useView();
  const { run, isBusy, error } = useEngineAction();
  const change = async (workspace: WorkspaceName): Promise<void> => {
    // Stores, orders and runs of the other workspace are not in this one.
    if (await run('workspace.open', { workspace }))
      go(workspace === 'own' ? { ...BOARD, page: 'stores' } : BOARD);
  };
  return { isBusy, error, change };
}
