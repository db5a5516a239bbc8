import { useState } from 'react';
import type { WriteRow } from '../../../shared/contract/rows.ts';
import { EDITABLE_WRITES, type FieldChoice } from '../../../shared/domain/field-choice.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { ConflictFieldRow, type DraftChoice } from './conflict-field-row.tsx';
import { onFocusedWrite } from './focused-write.ts';
import styles from './conflict-view.module.css';

/**
 * Somebody changed what this write is about: each field three ways, and the choice: field by field where there are
 * several or where another value can be given, for the whole write, and for all that are alike.
 */
export function ConflictView({ write }: { readonly write: WriteRow }) {
  const { t, f, say } = useI18n();
  const act = useEngineAction();
  const [isForAll, setForAll] = useState(false);
  const [drafts, setDrafts] = useState<Readonly<Record<string, DraftChoice>>>({});
  const words = t.pages.outbox;
  const { conflict, alike } = write;
  const canEdit = EDITABLE_WRITES.has(write.does.op);
  const hasFields = canEdit || conflict.length > 1;
  const draftOf = (field: string): DraftChoice => drafts[field] ?? { take: 'mine', text: null };
  const isEdited = conflict.some(({ field }) => draftOf(field).take === 'other');
  const forAll = isForAll && !isEdited;

  const resolve = (decision: { choice: 'mine' | 'theirs' } | { fields: Record<string, FieldChoice> }): void =>
    void act.run('outbox.resolve', { writes: [write.id], ...decision, ...(forAll ? { alike: true } : {}) });
  const choose = (choice: 'mine' | 'theirs'): void => resolve({ choice });
  const chosen = (): void =>
    resolve({
      fields: Object.fromEntries(
        conflict.map(({ field, mine }) => {
          const { take, text } = draftOf(field);
          return [field, take === 'other' ? { value: text ?? mine ?? '' } : take];
        }),
      ),
    });
  useShortcuts({
    'outbox.mine': onFocusedWrite(write.id, () => choose('mine')),
    'outbox.theirs': onFocusedWrite(write.id, () => choose('theirs')),
    ...(hasFields ? { 'outbox.chosen': onFocusedWrite(write.id, chosen) } : {}),
  });

  return (
    <div className={cx(styles.conflict)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.planned}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.want}</th>
            {canEdit ? <th scope="col">{words.other}</th> : null}
          </tr>
        </thead>
        <tbody>
          {conflict.map((field) => (
            <ConflictFieldRow
              key={field.field}
              name={`${write.id} ${field.field}`}
              told={say.conflict(field)}
              draft={hasFields ? draftOf(field.field) : null}
              canEdit={canEdit}
              onDraft={(next) => setDrafts({ ...drafts, [field.field]: next })}
            />
          ))}
        </tbody>
      </table>
      {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
      <div className={cx(styles.choice)}>
        {hasFields ? (
          <Button onPress={chosen} kind="primary" shortcut="outbox.chosen" showsKey>
            {words.chosen}
          </Button>
        ) : null}
        <Button onPress={() => choose('mine')} shortcut="outbox.mine" showsKey>
          {conflict.length > 1 ? words.allMine : words.mine}
        </Button>
        <Button onPress={() => choose('theirs')} shortcut="outbox.theirs" showsKey>
          {conflict.length > 1 ? words.allTheirs : words.theirs}
        </Button>
        {alike < 2 ? null : (
          <label title={isEdited ? words.alikeEdited : undefined}>
            <input
              type="checkbox"
              checked={forAll}
              disabled={isEdited}
              onChange={(event) => setForAll(event.target.checked)}
            />
            {isEdited ? words.alikeEdited : words.alike(alike, f)}
          </label>
        )}
      </div>
    </div>
  );
}
