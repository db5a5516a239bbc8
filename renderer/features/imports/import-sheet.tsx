import { useId, useState } from 'react';
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/import.ts';
import { useFormDrafts } from '../../app/form-drafts.tsx';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useProgress } from '../../rpc/use-progress.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import styles from './import-sheet.module.css';
import { SourcePicker } from './source-picker.tsx';
import { IMPORT_FORM, useImport } from './use-import.ts';

/** Takes a file, or pasted text, into a store: choose, look at how it begins, import, see what was left out. */
export function ImportSheet() {
  const { t, f, say } = useI18n();
  const { view, go } = useView();
  const words = t.imports;
  const id = useId();
  const drafts = useFormDrafts();
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { step, failure, choose, start, stop, again } = useImport();
  const [chosenStore, setStore] = useState<string | null>(view.store);
  const [chosenKind, setKind] = useState<ImportKind | null>(null);
  const [only] = stores;
  const store = stores.find((it) => it.id === chosenStore) ?? (stores.length === 1 ? only : undefined);
  const progress = useProgress('import', store?.id ?? '');
  const found = 'preview' in step ? step.preview : null;
  const kind = chosenKind ?? found?.kind ?? null;
  const isOrders = kind === 'shopify-orders-csv' || kind === 'orders-json';
  const isReady =
    step.at === 'ready' && store !== undefined && kind !== null && (found?.missing.length ?? 0) === 0;
  const run = (): void => {
    if (isReady) void start(store.id, kind);
  };
  const another = (): void => {
    drafts.drop(IMPORT_FORM);
    again();
  };
  useShortcuts({ 'import.start': run });

  return (
    <Sheet
      label={words.title}
      closeLabel={words.close}
      onClose={() => {
        drafts.drop(IMPORT_FORM);
        go({ importing: false });
      }}
      head={'source' in step ? step.source.name : undefined}
    >
      <div className={cx(styles.sheet)}>
        {failure === undefined ? null : <Notice tone="stuck" title={say.error(failure)} />}
        {step.at === 'done' ? (
          <ImportResult result={step.result} store={store} onAgain={another} />
        ) : (
          <>
            <div className={cx(styles.fields)}>
              <span>
                <label htmlFor={`${id}-store`}>{words.store}</label>
                <select
                  id={`${id}-store`}
                  value={store?.id ?? ''}
                  disabled={step.at === 'sending'}
                  onChange={(event) => setStore(event.target.value)}
                >
                  <option value="">{words.chooseStore}</option>
                  {stores.map(({ id: value, name, state }) => (
                    <option key={value} value={value}>
                      {state === 'readonly' ? words.readOnlyMark(name) : name}
                    </option>
                  ))}
                </select>
              </span>
              {found === null ? null : (
                <span>
                  <label htmlFor={`${id}-kind`}>{words.kind}</label>
                  <select
                    id={`${id}-kind`}
                    value={kind ?? ''}
                    disabled={step.at === 'sending'}
                    onChange={({ target }) => setKind(IMPORT_KINDS.find((it) => it === target.value) ?? null)}
                  >
                    <option value="">{words.chooseKind}</option>
                    {IMPORT_KINDS.map((it) => (
                      <option key={it} value={it}>
                        {words.kinds[it]}
                      </option>
                    ))}
                  </select>
                </span>
              )}
            </div>
            {found === null || kind === null ? null : (
              <p className={cx(styles.means)}>
                {words.means[kind]}
                {isOrders && store !== undefined && store.state !== 'readonly' ? ` ${words.apiStore}` : ''}
              </p>
            )}
            {step.at === 'choosing' ? (
              <SourcePicker
                onChoose={(source) => {
                  setKind(null);
                  void choose(source);
                }}
              />
            ) : (
              <>
                {kind === null ? (
                  <Notice tone="risk" title={words.unknown} text={words.unknownRemedy} />
                ) : null}
                {step.preview.missing.length > 0 && kind === step.preview.kind ? (
                  <Notice tone="stuck" title={words.missing(f.list(step.preview.missing))} />
                ) : null}
                <ImportPreview preview={step.preview} />
                <div className={cx(styles.buttons)}>
                  {step.at === 'sending' ? (
                    <>
                      <span className={cx(styles.sending)} role="status">
                        {words.sending(f.number(progress?.done ?? 0))}
                      </span>
                      <Button onPress={stop}>{words.stop}</Button>
                    </>
                  ) : (
                    <>
                      <Button
                        kind="primary"
                        onPress={run}
                        isDisabled={!isReady}
                        shortcut="import.start"
                        showsKey
                      >
                        {words.start}
                      </Button>
                      <Button onPress={again}>{words.other}</Button>
                    </>
                  )}
                </div>
              </>
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}
