import { ADDED_RULE_DEFAULTS, type AddedRuleSettings } from '../../../shared/domain/store.ts';

/** What connecting says of the rules beside the seed's, else their defaults. */
export function addedRules(input: {
  readonly [K in keyof AddedRuleSettings]?: AddedRuleSettings[K] | undefined;
}): AddedRuleSettings {
  const { addressLineLimit, shippingMethods, pickupMethods, taxIdCountries, duplicateMinutes } =
    ADDED_RULE_DEFAULTS;
  return {
    addressLineLimit: input.addressLineLimit === undefined ? addressLineLimit : input.addressLineLimit,
    shippingMethods: input.shippingMethods ?? shippingMethods,
    pickupMethods: input.pickupMethods ?? pickupMethods,
    taxIdCountries: input.taxIdCountries ?? taxIdCountries,
    duplicateMinutes: input.duplicateMinutes ?? duplicateMinutes,
  };
}
