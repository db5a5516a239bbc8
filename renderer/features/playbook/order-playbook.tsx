import type { OrderDetail } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { PLAYBOOK_PARTS } from '../../../shared/domain/playbook.ts';
import { useNow } from '../../app/use-now.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { PlaybookView } from './playbook-view.tsx';
import { stepButton } from './step-button.ts';
import { stepStanding } from './step-standing.ts';

/** The playbook of one error type on one order: the part that resolves it open. */
export function OrderPlaybook({
  detail,
  errorType,
}: {
  readonly detail: OrderDetail;
  readonly errorType: ErrorType;
}) {
  const { t, f, ago, lang, evidence } = useI18n();
  const now = useNow();
  const { row } = detail;
  const { data: stores } = useEngineQuery('stores.list', {});
  const store = stores?.find(({ id }) => id === row.storeId);
  const summary = [
    `${row.name} · ${row.storeName} · ${detail.storeDomain} · ${row.gid}`,
    ...row.diagnoses.map((diagnosis) =>
      [t.errorTypes[diagnosis.type], evidence(diagnosis, now).sentence, diagnosis.message]
        .filter(Boolean)
        .join(' – '),
    ),
    f.exact(row.createdAt),
  ].join('\n');
  return (
    <PlaybookView
      errorType={errorType}
      parts={PLAYBOOK_PARTS}
      opensAt="resolve"
      checked={store?.lastSync == null ? null : t.playbook.checked(ago(store.lastSync, now))}
      standingOf={(action) => stepStanding(action, detail.writes)}
      buttonFor={(action) => stepButton(action, { detail, errorType, language: lang, summary })}
    />
  );
}
