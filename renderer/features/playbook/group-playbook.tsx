import { useEffect, useRef } from 'react';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { PlaybookPart } from '../../../shared/domain/playbook.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './playbook-view.module.css';
import { groupStepButton } from './group-step-button.ts';
import { PlaybookView } from './playbook-view.tsx';

/** Many at once comes first: that is what one looks at a group for. */
const PARTS: readonly PlaybookPart[] = ['bulk', 'check', 'resolve', 'prevent', 'contact'];

/** The playbook of an error type for all of its orders, without opening one. */
export function GroupPlaybook({ type, onClose }: { readonly type: ErrorType; readonly onClose: () => void }) {
  const { t, f, lang, cause: words } = useI18n();
  const { view } = useView();
  const scope = view.store === null ? {} : { storeId: view.store };
  const { data: causes = [] } = useEngineQuery('causes.list', { errorType: type, ...scope });
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { data: board = [] } = useEngineQuery('board.summary', scope);
  const all = board.find(({ errorType }) => errorType === type)?.orders ?? 0;
  const cause = causes.find(({ key }) => key === view.cause) ?? causes[0];
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <article ref={panel} className={cx(styles.group)} aria-labelledby="group-playbook" tabIndex={-1}>
      <header>
        <h2 id="group-playbook">{t.playbook.title}</h2>
        <Button
          kind="quiet"
          label={t.playbook.close}
          hint={t.playbook.close}
          shortcut="group.playbook"
          onPress={onClose}
        >
          <Icon name="close" />
        </Button>
      </header>
      <p>{t.playbook.forGroup(t.errorTypes[type])}</p>
      <PlaybookView
        errorType={type}
        parts={PARTS}
        opensAt="bulk"
        buttonFor={(action) =>
          groupStepButton(action, {
            errorType: type,
            storeId: view.store,
            cause: cause ? { key: cause.key, name: words(cause.subject) } : null,
            all: t.count.orders(all, f),
            stores: stores.filter(({ id }) => view.store === null || id === view.store),
            language: lang,
          })
        }
      />
    </article>
  );
}
