import type { StoreRow } from '../../../shared/contract/rows.ts';
import { deepLink } from '../../../shared/domain/deep-link.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { StepAction } from '../../../shared/domain/playbook.ts';
import type { StepButton } from '../playbook/step-button.ts';

/** Ties a step of the connection's playbook to the store that is down; `summary`: the case as the Care Team needs it. */
export function storeStepButton(
  action: StepAction,
  {
    store,
    language,
    summary,
  }: {
    readonly store: Pick<StoreRow, 'id' | 'name' | 'domain'>;
    readonly language: Language;
    readonly summary: string;
  },
): StepButton | null {
  switch (action.do) {
    case 'sync_order':
      return { does: 'sync', storeId: store.id };
    case 'open': {
      const found = deepLink(action, {
        storeDomain: store.domain,
        storeName: store.name,
        order: null,
        product: null,
        variant: null,
        language,
      });
      return found.ok ? { does: 'open', links: [{ about: null, link: found.link }] } : null;
    }
    case 'copy':
      return action.what === 'case_summary' ? { does: 'copy', text: summary } : null;
    // A connection is no order's error: no fix mends it.
    case 'fix':
      return null;
  }
}
