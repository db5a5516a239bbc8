import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import type { OrderPart } from '../../../shared/domain/order.ts';
import type { RuleOff } from '../../../shared/domain/rule-off.ts';
import type { AddedRuleSettings, StoreSettings } from '../../../shared/domain/store.ts';

/** What the rules of a store have to go by. */
export interface RuleBasis {
  readonly settings: StoreSettings;
  /** Parts of its orders that nobody gives: Shopify withholds them, or the imported file has no such column. */
  readonly withheld: readonly OrderPart[];
  readonly hasPlatformProducts: boolean;
  /** Whether the platform's API was read, or its list of errors imported. */
  readonly hasPlatformWord: boolean;
  readonly hasLinkList: boolean;
}

/** Without one of these parts of an order the rule cannot say anything. */
const NEEDS: Partial<Record<ErrorType, readonly OrderPart[]>> = {
  destination_not_whitelisted: ['shippingAddress'],
  postal_code_missing: ['shippingAddress', 'zip'],
  postal_code_invalid: ['shippingAddress', 'zip'],
  address_incomplete: ['shippingAddress'],
  address_too_long: ['shippingAddress'],
  tax_id_missing: ['shippingAddress'],
  // Repeats are looked for by customer and place (`zip-keys.ts`).
  duplicate_order: ['shippingAddress', 'email', 'zip'],
  product_not_found: ['products'],
};

/** Without what this setting says the rule has nothing to compare with. */
const SETTING_OF: Partial<Record<ErrorType, keyof AddedRuleSettings>> = {
  address_too_long: 'addressLineLimit',
  shipping_method_unmapped: 'shippingMethods',
  pickup_point_missing: 'pickupMethods',
  tax_id_missing: 'taxIdCountries',
  duplicate_order: 'duplicateMinutes',
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
  { settings, withheld, hasPlatformProducts, hasPlatformWord, hasLinkList }: RuleBasis,
): RuleOff['because'] | null {
  const part = NEEDS[type]?.find((one) => withheld.includes(one));
  if (part !== undefined) return { code: 'withheld', parts: [part] };
  // A label's phone number or e-mail: one of them is enough to judge.
  const contacts = ['phone', 'email'] as const;
  if (type === 'contact_invalid' && contacts.every((one) => withheld.includes(one)))
    return { code: 'withheld', parts: [...contacts] };
  const setting = SETTING_OF[type];
  if (setting !== undefined && settings[setting] === null) return { code: 'no_setting', setting };
  if (type === 'out_of_stock' && !hasPlatformWord) return { code: 'no_platform_word' };
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
