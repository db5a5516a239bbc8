import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './conflict-view.module.css';

/** What is chosen for a field and not decided yet. `text`: the other value as typed; null: nothing was typed. */
export interface DraftChoice {
  readonly take: 'mine' | 'theirs' | 'other';
  readonly text: string | null;
}

interface Told {
  readonly field: string;
  readonly planned: string | null;
  readonly now: string | null;
  readonly mine: string | null;
}

/** One field three ways; what it can become are its radio buttons, the value itself their label. */
export function ConflictFieldRow({
  name,
  told: { field, planned, now, mine },
  draft,
  canEdit,
  onDraft,
}: {
  /** Names its group of buttons. */
  readonly name: string;
  readonly told: Told;
  /** null: there is only the choice for the whole write. */
  readonly draft: DraftChoice | null;
  readonly canEdit: boolean;
  readonly onDraft: (draft: DraftChoice) => void;
}) {
  const { t } = useI18n();
  const words = t.pages.outbox;
  const value = (text: string | null) => text ?? <i>{words.nothing}</i>;
  const option = (take: 'mine' | 'theirs', text: string | null) =>
    draft === null ? (
      value(text)
    ) : (
      <label className={cx(styles.option)}>
        <input
          type="radio"
          name={name}
          checked={draft.take === take}
          onChange={() => onDraft({ ...draft, take })}
        />
        {value(text)}
      </label>
    );
  return (
    <tr>
      <th scope="row">{field}</th>
      <td>{value(planned)}</td>
      <td>{option('theirs', now)}</td>
      <td>{option('mine', mine)}</td>
      {canEdit && draft !== null ? (
        <td>
          <span className={cx(styles.option)}>
            <input
              type="radio"
              name={name}
              aria-label={words.otherOf(field)}
              checked={draft.take === 'other'}
              onChange={() => onDraft({ ...draft, take: 'other', text: draft.text ?? mine ?? '' })}
            />
            <input
              type="text"
              aria-label={words.otherValueOf(field)}
              autoComplete="off"
              value={draft.text ?? ''}
              placeholder={mine ?? ''}
              onChange={(event) => onDraft({ take: 'other', text: event.target.value })}
            />
          </span>
        </td>
      ) : null}
    </tr>
  );
}
