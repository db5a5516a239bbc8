import type { PlanScope } from '../../../shared/contract/methods.ts';
import type { OrderDetail } from '../../../shared/contract/rows.ts';
import { deepLink, type DeepLink } from '../../../shared/domain/deep-link.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { FixKind } from '../../../shared/domain/fix.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { StepAction } from '../../../shared/domain/playbook.ts';

/**
 * What a step's button does; null: what is in hand lacks what the step is about. `about` names what a plan or a page is
 * about where several could be meant.
 */
export type StepButton =
  | { readonly does: 'sync'; readonly storeId: string | null }
  | {
      readonly does: 'review';
      readonly fix: FixKind;
      readonly scope: PlanScope;
      readonly about: string | null;
    }
  | {
      readonly does: 'open';
      readonly links: readonly { readonly about: string | null; readonly link: DeepLink }[];
    }
  | { readonly does: 'copy'; readonly text: string };

/** Ties a playbook step to the order in hand: its own culprit, its own cause, its own pages. */
export function stepButton(
  action: StepAction,
  {
    detail,
    errorType,
    language,
    summary,
  }: {
    readonly detail: OrderDetail;
    readonly errorType: ErrorType;
    readonly language: Language;
    /** The case as the Care Team needs it. */
    readonly summary: string;
  },
): StepButton | null {
  const { row } = detail;
  const culprit = culpritOf(detail, errorType);
  const subject = {
    storeDomain: detail.storeDomain,
    storeName: row.storeName,
    order: row.gid,
    product: culprit.product,
    variant: culprit.variant,
    language,
  };
  switch (action.do) {
    case 'sync_order':
      return { does: 'sync', storeId: row.storeId };
    case 'fix': {
      const scope = scopeOf(action.scope, detail, errorType);
      return scope && { does: 'review', fix: action.fix, scope, about: null };
    }
    case 'open': {
      const found = deepLink(action, subject);
      return found.ok ? { does: 'open', links: [{ about: null, link: found.link }] } : null;
    }
    case 'copy': {
      const text = copyText(
        action.what,
        detail,
        errorType,
        () => {
          const found = deepLink({ do: 'open', target: 'shopify_product' }, subject);
          return found.ok ? found.link.url : null;
        },
        summary,
      );
      return text === null ? null : { does: 'copy', text };
    }
  }
}

function scopeOf(
  scope: Extract<StepAction, { do: 'fix' }>['scope'],
  { row, causes }: OrderDetail,
  errorType: ErrorType,
): PlanScope | null {
  if (scope === 'order') return { orders: [row.id] };
  if (scope === 'type') return { errorType };
  const cause = causes.find((one) => one.errorType === errorType);
  return cause ? { cause: cause.key } : null;
}

/** The first item that the diagnosis names, else nothing: a page of another product would mislead. */
function culpritOf(
  { row }: OrderDetail,
  errorType: ErrorType,
): { product: string | null; variant: string | null } {
  const found = row.diagnoses.find(({ type }) => type === errorType);
  if (found && 'items' in found.evidence) {
    const [item] = found.evidence.items;
    if (item) return { product: item.product, variant: item.variant };
  }
  return { product: null, variant: null };
}

function copyText(
  what: Extract<StepAction, { do: 'copy' }>['what'],
  { row }: OrderDetail,
  errorType: ErrorType,
  productUrl: () => string | null,
  summary: string,
): string | null {
  switch (what) {
    case 'order_name':
      return row.name;
    case 'message':
      return row.diagnoses.find(({ type }) => type === errorType)?.message ?? null;
    case 'product_url':
      return productUrl();
    case 'case_summary':
      return summary;
  }
}
