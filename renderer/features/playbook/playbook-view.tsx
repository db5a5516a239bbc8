import { useState } from 'react';
import { Link } from 'react-aria-components';
import {
  type PlaybookPart,
  type PlaybookStep,
  type PlaybookSubject,
  STORE_CONNECTION,
  type StepAction,
} from '../../../shared/domain/playbook.ts';
import { PLAYBOOKS, STORE_CONNECTION_PLAYBOOK } from '../../../resources/playbooks/playbooks.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { useReview } from '../plan/review-context.tsx';
import styles from './playbook-view.module.css';
import type { StepButton } from './step-button.ts';
import type { StepStanding } from './step-standing.ts';

interface PlaybookViewProps {
  readonly errorType: PlaybookSubject;
  /** In the order in which they are shown. */
  readonly parts: readonly PlaybookPart[];
  /** The one that is open to begin with. */
  readonly opensAt: PlaybookPart;
  /** Ties a step to what is in hand: an order, or a whole group. */
  readonly buttonFor: (action: StepAction) => StepButton | null;
  /** How far a step is, where that is known. */
  readonly standingOf?: (action: StepAction | undefined) => StepStanding | null;
  /** When what the playbook checks was last read, in words. */
  readonly checked?: string | null;
}

/** The playbook of one error type: one part open, every step with its button. */
export function PlaybookView({
  errorType,
  parts,
  opensAt,
  buttonFor,
  standingOf = () => null,
  checked = null,
}: PlaybookViewProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState<PlaybookPart>(opensAt);
  const playbook = errorType === STORE_CONNECTION ? STORE_CONNECTION_PLAYBOOK : PLAYBOOKS[errorType];
  return (
    <div className={cx(styles.playbook)}>
      {parts.map((part) => (
        <section key={part}>
          <h4>
            <button type="button" aria-expanded={open === part} onClick={() => setOpen(part)}>
              {t.playbook.parts[part]}
              {part === 'check' && checked !== null ? (
                <span className={cx(styles.checked)}>
                  <Icon name="tick" size={12} /> {checked}
                </span>
              ) : null}
            </button>
          </h4>
          {open === part ? (
            <ol>
              {playbook[part].map((step) => (
                <li key={step.id} data-standing={standingOf(step.action)}>
                  <Step
                    step={step}
                    button={step.action ? buttonFor(step.action) : null}
                    errorType={errorType}
                    standing={standingOf(step.action)}
                  />
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
  button,
  errorType,
  standing,
}: {
  readonly step: PlaybookStep;
  readonly button: StepButton | null;
  readonly errorType: PlaybookSubject;
  readonly standing: StepStanding | null;
}) {
  const { t, lang } = useI18n();
  const { review } = useReview();
  const act = useEngineAction();
  const [copied, setCopied] = useState(false);
  const words = t.playbook;

  const control = () => {
    if (!button) return null;
    switch (button.does) {
      case 'sync': {
        const scope = button.storeId === null ? {} : { storeId: button.storeId };
        return (
          <Button onPress={() => void act.run('sync.run', scope)} isDisabled={act.isBusy}>
            {act.isBusy ? t.sync.running : words.reread}
          </Button>
        );
      }
      case 'review':
        return (
          <span className={cx(styles.act)}>
            <Button
              onPress={() =>
                review({
                  fix: button.fix,
                  scope: button.scope,
                  errorTypes: errorType === STORE_CONNECTION ? [] : [errorType],
                })
              }
            >
              {t.fixes[button.fix]}
            </Button>
            {button.about === null ? null : <small>{button.about}</small>}
          </span>
        );
      case 'open':
        return (
          <span className={cx(styles.open)}>
            {button.links.map(({ about, link }) => (
              <span key={link.url}>
                <Link href={link.url} target="_blank" rel="noreferrer">
                  {about ?? words.open} <Icon name="external" size={12} />
                </Link>
                {link.exact ? null : <small translate="no">{link.trail.join(' › ')}</small>}
              </span>
            ))}
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
        {standing === null ? null : <small>{words.standing[standing]}</small>}
        {act.error === null ? null : <small role="alert">{act.error}</small>}
      </p>
      {control()}
    </>
  );
}
