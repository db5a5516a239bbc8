import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import type { OrderPart } from '../../../shared/domain/order.ts';
import type { RuleOff } from '../../../shared/domain/rule-off.ts';
import type { StoreSettings } from '../../../shared/domain/store.ts';

/** What the rules of a store have to go by. */
export interface RuleBasis {
  readonly settings: StoreSettings;
  /** Parts of its orders that nobody gives: Shopify withholds them, or the imported file has no such column. */
  readonly withheld: readonly OrderPart[];
  readonly hasPlatformProducts: boolean;
  readonly hasLinkList: boolean;
}

/** Without this part of an order the rule cannot say anything. */
const NEEDS: Partial<Record<ErrorType, OrderPart>> = {
  destination_not_whitelisted: 'shippingAddress',
  postal_code_missing: 'shippingAddress',
  product_not_found: 'products',
};

/** The rules that cannot run for a store, in order of precedence, each with why. */
export function rulesOff(basis: RuleBasis): readonly RuleOff[] {
  return ERROR_TYPES.flatMap((errorType) => {
    const because = reasonAgainst(errorType, basis);
    return because === null ? [] : [{ errorType, because }];
  });
}

function reasonAgainst(
  type: ErrorType,
  { settings, withheld, hasPlatformProducts, hasLinkList }: RuleBasis,
): RuleOff['because'] | null {
  const part = NEEDS[type];
  if (part !== undefined && withheld.includes(part)) return { code: 'withheld', parts: [part] };
  if (type === 'postal_code_missing' && withheld.includes('zip')) return { code: 'withheld', parts: ['zip'] };
  if (type === 'destination_not_whitelisted' && settings.countries === null) return { code: 'no_countries' };
  if (type !== 'product_not_linked') return null;
  switch (settings.linkRoute) {
    case null:
      return { code: 'no_link_route' };
    case 'file':
      return hasLinkList ? null : { code: 'no_link_list' };
    case 'sku':
      if (withheld.includes('products')) return { code: 'withheld', parts: ['products'] };
      return hasPlatformProducts ? null : { code: 'no_platform_products' };
    case 'metafield':
      return withheld.includes('products') ? { code: 'withheld', parts: ['products'] } : null;
  }
}
