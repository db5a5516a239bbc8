import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { WriteState } from '../../../shared/domain/write.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { Tag } from '../../ui/tag.tsx';

/** A write's state in a word, tinted by what it means. */
export function WriteStateWord({ state }: { readonly state: WriteState }) {
  const { t } = useI18n();
  return <Tag tone={toneOf(state)}>{t.plan.run.states[state]}</Tag>;
}

function toneOf(state: WriteState): 'plain' | 'soon' | 'ok' | 'risk' | 'stuck' {
  switch (state) {
    case 'applied':
      return 'ok';
    case 'queued':
    case 'sending':
      return 'soon';
    case 'retry_wait':
    case 'blocked_auth':
    case 'unknown':
      return 'risk';
    case 'conflict':
    case 'rejected':
      return 'stuck';
    case 'cancelled':
      return 'plain';
    default:
      return assertNever(state);
  }
}
