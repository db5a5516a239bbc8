import type { Output } from '../../../shared/contract/methods.ts';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { saveText } from '../reports/save-text.ts';
import styles from './import-sheet.module.css';
import { rejectedCsv } from './rejected-csv.ts';
import { RulesOff } from './rules-off.tsx';

/** More rows than anybody reads on a page; the file has them all. */
const SHOWN = 200;

/** What became of a file: how much was taken in, and each row that was not, with its reason. */
export function ImportResult({
  result,
  store,
  onAgain,
}: {
  readonly result: Output<'import.end'>;
  readonly store: StoreRow | undefined;
  readonly onAgain: () => void;
}) {
  const { t, f, say } = useI18n();
  const { go } = useView();
  const words = t.imports;
  const { read, accepted, rejected } = result;
  const rows = rejected.map(({ row, field, problem }) => ({
    row,
    field,
    reason: say.importProblem(problem),
  }));
  const download = (): void =>
    saveText('unstuck-import.csv', 'text/csv', rejectedCsv([words.row, words.field, words.reason], rows));
  return (
    <div className={cx(styles.result)} role="status">
      <h2>{words.result(accepted, read, f)}</h2>
      {rows.length === 0 ? (
        <p>{words.allFine}</p>
      ) : (
        <div>
          <h3 id="rejected-title">{words.rejected(rows.length, f)}</h3>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <div className={cx(styles.scroll)} tabIndex={0} role="region" aria-labelledby="rejected-title">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.row}</th>
                  <th scope="col">{words.field}</th>
                  <th scope="col">{words.reason}</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, SHOWN).map(({ row, field, reason }) => (
                  <tr key={`${row} ${field}`}>
                    <td>{f.number(row)}</td>
                    <td>{field === '' ? words.wholeRow : field}</td>
                    <td className={cx(styles.why)}>{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rows.length > SHOWN ? <p>{words.shown(SHOWN, f)}</p> : null}
        </div>
      )}
      {store?.state === 'readonly' ? <RulesOff store={store} /> : null}
      <div className={cx(styles.buttons)}>
        <Button
          kind="primary"
          onPress={() =>
            go({
              page: 'triage',
              importing: false,
              type: null,
              cause: null,
              order: null,
              store: store?.id ?? null,
            })
          }
        >
          {words.board}
        </Button>
        {rows.length === 0 ? null : <Button onPress={download}>{words.download}</Button>}
        <Button onPress={onAgain}>{words.again}</Button>
      </div>
    </div>
  );
}
