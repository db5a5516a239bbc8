import { useId, useState } from 'react';
import { PageHead } from '../../app/page-head.tsx';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { dayRange } from '../reports/period.ts';
import { saveText } from '../reports/save-text.ts';
import { HistoryList } from './history-list.tsx';
import styles from './history-page.module.css';

const SHOWN = 500;
const MOST = 10_000;

/** Who did what, when, to what, with which outcome: newest first, asked by agent, run, order, store and day. */
export function HistoryPage() {
  const { t, f, say } = useI18n();
  const { view } = useView();
  const now = useNow();
  const id = useId();
  const act = useEngineAction();
  const words = t.history;
  const [who, setWho] = useState('');
  const [run, setRun] = useState('');
  const [order, setOrder] = useState('');
  const [day, setDay] = useState('');
  const [limit, setLimit] = useState(SHOWN);
  const { data: people = [] } = useEngineQuery('history.people', {});
  const { data: runs = [] } = useEngineQuery('runs.list', {});
  const range = day === '' ? null : dayRange('custom', { from: day, to: day }, now);
  const { data: lines, error } = useEngineQuery('history.list', {
    limit,
    ...(who === '' ? {} : { who }),
    ...(run === '' ? {} : { run }),
    ...(order.trim() === '' ? {} : { orderName: order.trim() }),
    ...(view.store === null ? {} : { storeId: view.store }),
    ...(range === null ? {} : { from: range.from, until: range.to + 1 }),
  });

  const save = async (format: 'csv' | 'json'): Promise<void> => {
    if (act.isBusy) return;
    const file = await act.run('history.export', { format });
    if (file) saveText(file.fileName, file.mime, file.text);
  };
  useShortcuts({ 'history.export': () => void save('csv') });

  const list = () => {
    if (error) return <Notice place="page" tone="stuck" title={t.errors.failed} text={say.error(error)} />;
    if (!lines) return <Skeleton rows={12} height={34} />;
    if (lines.length === 0) return <Notice place="page" tone="plain" title={words.empty} />;
    return <HistoryList lines={lines} />;
  };

  return (
    <>
      <PageHead title={words.title} facts={lines ? words.shown(lines.length, f) : ''} />
      <div className={cx(styles.body)}>
        <div className={cx(styles.filters)}>
          <label htmlFor={`${id}-who`}>{words.who}</label>
          <select id={`${id}-who`} value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="">{words.anybody}</option>
            {people.map((name) => (
              <option key={name} value={name}>
                {name === 'unstuck' ? words.byItself : name}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}-run`}>{t.plan.run.label}</label>
          <select id={`${id}-run`} value={run} onChange={(event) => setRun(event.target.value)}>
            <option value="">{words.anyRun}</option>
            {runs.slice(0, 100).map((one) => (
              <option key={one.id} value={one.id}>
                {t.fixes[one.fix]} · {f.moment(one.createdAt, now)}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}-order`}>{words.order}</label>
          <input
            id={`${id}-order`}
            type="text"
            autoComplete="off"
            value={order}
            placeholder="#1042"
            onChange={(event) => setOrder(event.target.value)}
          />
          <label htmlFor={`${id}-day`}>{words.day}</label>
          <input id={`${id}-day`} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          <span className={cx(styles.export)}>
            <Button
              onPress={() => void save('csv')}
              isDisabled={act.isBusy}
              hint={words.exportHint}
              shortcut="history.export"
              showsKey
            >
              {words.exportCsv}
            </Button>
            <Button onPress={() => void save('json')} isDisabled={act.isBusy} hint={words.exportHint}>
              {words.exportJson}
            </Button>
          </span>
        </div>
        {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
        {list()}
        {lines && lines.length >= limit && limit < MOST ? (
          <span>
            <Button onPress={() => setLimit(MOST)}>{words.older}</Button>
          </span>
        ) : null}
      </div>
    </>
  );
}
