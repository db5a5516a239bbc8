import { useId, useState } from 'react';
import { PageHead } from '../../app/page-head.tsx';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { dayRange, isoDay, type PeriodName, PERIODS } from './period.ts';
import styles from './reports-page.module.css';
import { saveText } from './save-text.ts';

const FORMATS = ['csv', 'md', 'json'] as const;

/** An incident report of a period, as a file. */
export function ReportsPage() {
  const { t, f, lang } = useI18n();
  const { view } = useView();
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const act = useEngineAction();
  const id = useId();
  const words = t.pages.reports;
  const [period, setPeriod] = useState<PeriodName>(view.period ? 'custom' : 'week');
  const [custom, setCustom] = useState(() => {
    const today = isoDay(Date.now());
    return view.period ?? { from: today, to: today };
  });
  const [store, setStore] = useState(view.store ?? '');
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('csv');
  const [redact, setRedact] = useState(false);
  const [done, setDone] = useState<string | null>(null);

  const make = async (): Promise<void> => {
    if (act.isBusy) return;
    setDone(null);
    const report = await act.run('report.make', {
      ...dayRange(period, custom, Date.now()),
      format,
      redact,
      language: lang,
      ...(store === '' ? {} : { storeId: store }),
    });
    if (!report) return;
    saveText(report.fileName, report.mime, report.text);
    setDone(words.done(report.orders, report.fileName, f));
  };

  useShortcuts({ 'reports.export': () => void make() });

  return (
    <>
      <PageHead title={words.title} facts="" />
      <form
        className={cx(styles.form)}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <p className={cx(styles.what)}>{words.what}</p>
        <label htmlFor={`${id}-period`}>{words.period}</label>
        <select
          id={`${id}-period`}
          value={period}
          onChange={(event) => setPeriod(PERIODS.find((name) => name === event.target.value) ?? 'week')}
        >
          {PERIODS.map((name) => (
            <option key={name} value={name}>
              {words[name]}
            </option>
          ))}
        </select>
        {period === 'custom' ? (
          <div className={cx(styles.dates)}>
            {(['from', 'to'] as const).map((end) => (
              <span key={end}>
                <label htmlFor={`${id}-${end}`}>{words[end]}</label>
                <input
                  id={`${id}-${end}`}
                  type="date"
                  required
                  value={custom[end]}
                  onChange={(event) => setCustom({ ...custom, [end]: event.target.value })}
                />
              </span>
            ))}
          </div>
        ) : null}
        <label htmlFor={`${id}-store`}>{words.store}</label>
        <select id={`${id}-store`} value={store} onChange={(event) => setStore(event.target.value)}>
          <option value="">{words.allStores}</option>
          {stores.map(({ id: storeId, name }) => (
            <option key={storeId} value={storeId}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-format`}>{words.format}</label>
        <select
          id={`${id}-format`}
          value={format}
          onChange={(event) => setFormat(FORMATS.find((name) => name === event.target.value) ?? 'csv')}
        >
          {FORMATS.map((name) => (
            <option key={name} value={name}>
              {words[name]}
            </option>
          ))}
        </select>
        <label className={cx(styles.check)}>
          <input type="checkbox" checked={redact} onChange={(event) => setRedact(event.target.checked)} />
          {words.redact}
        </label>
        <Button
          kind="primary"
          onPress={() => void make()}
          isDisabled={act.isBusy}
          shortcut="reports.export"
          showsKey
        >
          {act.isBusy ? words.making : words.make}
        </Button>
        {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
        {done === null ? null : <Notice tone="plain" title={done} />}
      </form>
    </>
  );
}
