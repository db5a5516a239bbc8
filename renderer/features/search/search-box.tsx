import { type KeyboardEvent, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { ariaKeys } from '../../shortcuts/registry.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { focusHome } from '../../ui/focus-home.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { queryFaultOf } from './query-fault-of.ts';
import styles from './search-box.module.css';
import { useSearch } from './search-context.tsx';
import { useFoundOrders } from './use-found-orders.ts';

/** Finds any order from any page; what of the search is wrong stands under it. */
export function SearchBox() {
  const { t, say } = useI18n();
  const { view } = useView();
  const { text, type, submit, handOver, takeOver } = useSearch();
  const { error } = useFoundOrders(false);
  const box = useRef<HTMLInputElement>(null);
  const faultId = useId();
  useShortcuts({
    'pages.search': () => {
      box.current?.focus();
      box.current?.select();
    },
  });

  const arrive = useEffectEvent((own: HTMLInputElement | null) => {
    const caret = takeOver();
    if (caret === null) return;
    own?.focus();
    own?.setSelectionRange(caret, caret);
  });
  const leave = useEffectEvent((own: HTMLInputElement | null) => {
    if (own && document.activeElement === own) handOver(own.selectionEnd);
  });
  useLayoutEffect(() => {
    const own = box.current;
    arrive(own);
    return () => leave(own);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'ArrowDown') return;
    // Also keeps Escape from emptying the box, as browsers have it.
    event.preventDefault();
    submit();
    focusHome();
  };

  const refused = view.page === 'search' ? queryFaultOf(error) : null;
  const { fault } = refused ?? { fault: null };
  const q = view.q ?? '';
  return (
    <search className={cx(styles.search)}>
      <input
        ref={box}
        type="search"
        className={cx(styles.box)}
        value={text}
        placeholder={t.search.placeholder}
        aria-label={t.search.label}
        aria-keyshortcuts={ariaKeys('pages.search')}
        aria-invalid={refused !== null}
        {...(refused ? { 'aria-describedby': faultId } : {})}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) =>
          type(event.target.value, event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)
        }
        onCompositionEnd={(event) => type(event.currentTarget.value, false)}
        onKeyDown={onKeyDown}
      />
      <span className={cx(styles.end)}>
        {text === '' ? (
          <KeyCaps id="pages.search" />
        ) : (
          <Button
            kind="quiet"
            label={t.search.clear}
            hint={t.search.clear}
            onPress={() => {
              type('', false);
              box.current?.focus();
            }}
          >
            <Icon name="close" size={12} />
          </Button>
        )}
      </span>
      {refused ? (
        <p id={faultId} className={cx(styles.fault)} role="alert">
          {fault ? (
            <code>
              {q.slice(0, fault.at)}
              <mark>{q.slice(fault.at, fault.at + fault.length) || ' '}</mark>
              {q.slice(fault.at + fault.length)}
            </code>
          ) : null}
          {fault ? say.queryProblem(fault.problem) : say.error(refused)}
        </p>
      ) : null}
    </search>
  );
}
