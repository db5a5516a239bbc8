import type { ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import { useNow } from '../../app/use-now.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './diagnosis-card.module.css';

/** One sync error of an order: its name, the sentence that names the culprit, and the platform's own words in quotes. */
export function DiagnosisCard({
  diagnosis,
  isPrimary = false,
  children,
}: {
  readonly diagnosis: Diagnosis;
  readonly isPrimary?: boolean;
  /** Below what is wrong: whom else it keeps. */
  readonly children?: ReactNode;
}) {
  const { t, evidence } = useI18n();
  const now = useNow();
  return (
    <section className={cx(styles.card, isPrimary && styles.primary)} data-type={diagnosis.type}>
      <h3>{t.errorTypes[diagnosis.type]}</h3>
      <p>{evidence(diagnosis, now).sentence}</p>
      {children}
      {diagnosis.message === null ? (
        isPrimary && diagnosis.type !== 'unknown' ? (
          <p className={cx(styles.source)}>{t.order.diagnosedHere}</p>
        ) : null
      ) : (
        <p className={cx(styles.source)}>
          {t.order.platformSays}
          <q lang="en">{diagnosis.message}</q>
        </p>
      )}
    </section>
  );
}
