import { useId, useState } from 'react';
import { useFieldDraft } from '../../app/form-drafts.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './import-sheet.module.css';
import { IMPORT_FORM, type ImportSource } from './use-import.ts';

/** Where a file is dropped or chosen, or its text pasted. */
export function SourcePicker({ onChoose }: { readonly onChoose: (source: ImportSource) => void }) {
  const { t } = useI18n();
  const id = useId();
  const words = t.imports;
  const [isOver, setOver] = useState(false);
  const [text, setText] = useFieldDraft(IMPORT_FORM, 'text', '');
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) onChoose({ name: file.name, file });
  };
  return (
    <div className={cx(styles.sources)}>
      <div
        className={cx(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <b>{words.drop}</b>
        <label className={cx(styles.file)} htmlFor={`${id}-file`}>
          {words.choose}
        </label>
        <input
          id={`${id}-file`}
          className={cx(styles.hidden)}
          type="file"
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
          onChange={(event) => {
            take(event.target.files);
            // The same file, mended, must be choosable again.
            event.target.value = '';
          }}
        />
        <small>{words.limits}</small>
      </div>
      <div className={cx(styles.paste)}>
        <label htmlFor={`${id}-text`}>{words.paste}</label>
        <textarea
          id={`${id}-text`}
          rows={8}
          spellCheck={false}
          placeholder={words.pasteHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          isDisabled={text.trim() === ''}
          onPress={() => onChoose({ name: words.pasted, file: new Blob([text]) })}
        >
          {words.look}
        </Button>
      </div>
    </div>
  );
}
