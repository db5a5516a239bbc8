import { useState } from 'react';
import { Link } from 'react-aria-components';
import type { OrderDetail } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { PLAYBOOK_PARTS, type PlaybookPart, type PlaybookStep } from '../../../shared/domain/playbook.ts';
import { PLAYBOOKS } from '../../../resources/playbooks/playbooks.ts';
import { useNow } from '../../app/use-now.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { useReview } from '../plan/review-context.tsx';
import styles from './playbook-view.module.css';
import { stepButton } from './step-button.ts';

/** The playbook of one error type on one order: the part that resolves it open, every step with its button. */
export function PlaybookView({
  detail,
  errorType,
}: {
  readonly detail: OrderDetail;
  readonly errorType: ErrorType;
}) {
  const { t } = useI18n();
  const [open, setOpen] = useState<PlaybookPart>('resolve');
  const playbook = PLAYBOOKS[errorType];
  return (
    <div className={cx(styles.playbook)}>
      {PLAYBOOK_PARTS.map((part) => (
        <section key={part}>
          <h4>
            <button type="button" aria-expanded={open === part} onClick={() => setOpen(part)}>
              {t.playbook.parts[part]}
            </button>
          </h4>
          {open === part ? (
            <ol>
              {playbook[part].map((step) => (
                <li key={step.id}>
                  <Step step={step} detail={detail} errorType={errorType} />
                </li>
              ))}
            </ol>
          ) : null}
        </section>
      ))}
    </div>
  );
}

function Step({
  step,
  detail,
  errorType,
}: {
  readonly step: PlaybookStep;
  readonly detail: OrderDetail;
  readonly errorType: ErrorType;
}) {
  const { t, f, lang, evidence } = useI18n();
  const { review } = useReview();
  const act = useEngineAction();
  const now = useNow();
  const [copied, setCopied] = useState(false);
  const { row } = detail;
  const summary = [
    `${row.name} · ${row.storeName} · ${detail.storeDomain} · ${row.gid}`,
    ...row.diagnoses.map((diagnosis) =>
      [t.errorTypes[diagnosis.type], evidence(diagnosis, now).sentence, diagnosis.message]
        .filter(Boolean)
        .join(' – '),
    ),
    f.exact(row.createdAt),
  ].join('\n');
  const button = step.action ? stepButton(step.action, { detail, errorType, language: lang, summary }) : null;
  const words = t.playbook;

  const control = () => {
    if (!button) return null;
    switch (button.does) {
      case 'sync':
        return (
          <Button onPress={() => void act.run('sync.run', { storeId: row.storeId })} isDisabled={act.isBusy}>
            {act.isBusy ? t.sync.running : words.reread}
          </Button>
        );
      case 'review':
        return (
          <Button onPress={() => review({ fix: button.fix, scope: button.scope, errorType })}>
            {t.fixes[button.fix]}
          </Button>
        );
      case 'open':
        return (
          <span className={cx(styles.open)}>
            <Link href={button.link.url} target="_blank" rel="noreferrer">
              {words.open} <Icon name="external" size={12} />
            </Link>
            {button.link.exact ? null : <small>{button.link.trail.join(' › ')}</small>}
          </span>
        );
      case 'copy':
        return (
          <Button
            onPress={() => {
              void navigator.clipboard.writeText(button.text).then(() => setCopied(true));
            }}
          >
            {copied ? words.copied : words.copy}
          </Button>
        );
    }
  };
  return (
    <>
      <p>
        {step.text[lang]}
        {act.error === null ? null : <small role="alert">{act.error}</small>}
      </p>
      {control()}
    </>
  );
}
