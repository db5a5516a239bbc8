import type { PlanScope } from '../../../shared/contract/methods.ts';
import { deepLink } from '../../../shared/domain/deep-link.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { StepAction } from '../../../shared/domain/playbook.ts';
import type { StepButton } from './step-button.ts';

/** All stuck orders of one error type, as far as the page is narrowed to a store. */
export interface GroupInHand {
  readonly errorType: ErrorType;
  /** null: orders of all stores. */
  readonly storeId: string | null;
  /** The chosen root cause, else the one that most orders share; null where there is none. */
  readonly cause: { readonly key: string; readonly name: string } | null;
  /** How many orders that is, in words. */
  readonly all: string;
  /** Whose orders these are. */
  readonly stores: readonly { readonly name: string; readonly domain: string }[];
  readonly language: Language;
}

/** Ties a playbook step to a whole group; a step about one order has no button here. */
export function groupStepButton(action: StepAction, group: GroupInHand): StepButton | null {
  switch (action.do) {
    case 'sync_order':
      return { does: 'sync', storeId: group.storeId };
    case 'fix': {
      const scope = scopeOf(action.scope, group);
      const about = action.scope === 'cause' ? (group.cause?.name ?? null) : group.all;
      return scope && { does: 'review', fix: action.fix, scope, about };
    }
    case 'open': {
      const pages = group.stores.flatMap(({ name, domain }) => {
        const found = deepLink(action, {
          storeDomain: domain,
          storeName: name,
          order: null,
          product: null,
          variant: null,
          language: group.language,
        });
        return found.ok ? [{ about: name, link: found.link }] : [];
      });
      // One page for all stores needs no name; a store's own page does where there are several.
      const links = [...new Map(pages.map((page) => [page.link.url, page])).values()];
      if (links.length === 0) return null;
      return {
        does: 'open',
        links: links.length === 1 ? links.map((page) => ({ ...page, about: null })) : links,
      };
    }
    case 'copy':
      return null;
  }
}

function scopeOf(
  scope: Extract<StepAction, { do: 'fix' }>['scope'],
  { errorType, storeId, cause }: GroupInHand,
): PlanScope | null {
  if (scope === 'type') return storeId === null ? { errorType } : { errorType, storeId };
  if (scope === 'cause') return cause && { cause: cause.key };
  return null;
}
