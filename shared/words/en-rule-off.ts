import { assertNever } from '../domain/assert-never.ts';
import type { RuleOff } from '../domain/rule-off.ts';
import type { AddedRuleSettings } from '../domain/store.ts';
import { orderPart } from './en-names.ts';
import type { Voice } from './voice.ts';

/** Which rule cannot run for a store, and why, in one English sentence. */
export function ruleOffInEnglish({ errorType, because }: RuleOff, voice: Pick<Voice, 'errorType'>): string {
  const rule = voice.errorType(errorType);
  switch (because.code) {
    case 'no_countries':
      return `The rule ${rule} is off: the store has no list of countries that sync.`;
    case 'no_link_route':
      return `The rule ${rule} is off: the store does not say how product links are written.`;
    case 'no_link_list':
      return `The rule ${rule} is off: import the list of product links, which goes through the platform’s file.`;
    case 'no_platform_products':
      return `The rule ${rule} is off: the platform’s products, which links by SKU go by, were never read.`;
    case 'no_platform_word':
      return `The rule ${rule} is off: only the platform tells what it has; connect it, or import its list of errors.`;
    case 'no_setting':
      return `The rule ${rule} is off: ${SETTINGS[because.setting]}; say so in the store’s settings.`;
    case 'withheld':
      return `The rule ${rule} is off: these orders come without their ${because.parts.map(orderPart).join(' and ')}.`;
    default:
      return assertNever(because);
  }
}

const SETTINGS: Readonly<Record<keyof AddedRuleSettings, string>> = {
  addressLineLimit: 'nothing says how many characters carriers print of an address line',
  shippingMethods: 'nothing says which shipping methods the platform maps',
  pickupMethods: 'nothing says which shipping methods deliver to a pick-up point',
  taxIdCountries: 'nothing says which countries’ customs want a tax number',
  duplicateMinutes: 'nothing says within how many minutes two orders alike are duplicates',
};
