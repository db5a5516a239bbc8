import type { Command } from 'commander';
import type { StoreSettings } from '../../../shared/domain/store.ts';
import { badArgument, parseCountries, parseWhole } from './arguments.ts';

/** The settings of the rules that depend on what carriers and the platform are set to; left out: as it is. */
export type RuleSettings = Partial<
  Pick<
    StoreSettings,
    'addressLineLimit' | 'shippingMethods' | 'pickupMethods' | 'taxIdCountries' | 'duplicateMinutes'
  >
>;

/** The options of `stores add` and `stores set` that are rule settings; `off` turns a rule off. */
export function withRuleOptions(command: Command): Command {
  return offIsNull(command)
    .option(
      '--address-line-limit <characters>',
      'what carriers print of an address line, or off',
      orOff(parseWhole('--address-line-limit', 10, 255)),
    )
    .option(
      '--shipping-methods <list>',
      'methods that the platform maps, such as “Standard,DHL*”, or off',
      orOff(parseNames('--shipping-methods')),
    )
    .option(
      '--pickup-methods <list>',
      'methods that deliver to a pick-up point, or off',
      orOff(parseNames('--pickup-methods')),
    )
    .option(
      '--tax-id-countries <list>',
      'countries whose customs want a tax number, such as BR,KR, or off',
      orOff(parseTaxIdCountries),
    )
    .option(
      '--duplicate-minutes <minutes>',
      'two orders alike within so long are duplicates, or off',
      orOff(parseWhole('--duplicate-minutes', 1, 10_080)),
    );
}

/** Of a command's options those that are rule settings. */
export function ruleSettings(options: RuleSettings): RuleSettings {
  const { addressLineLimit, shippingMethods, pickupMethods, taxIdCountries, duplicateMinutes } = options;
  return {
    ...(addressLineLimit === undefined ? {} : { addressLineLimit }),
    ...(shippingMethods === undefined ? {} : { shippingMethods }),
    ...(pickupMethods === undefined ? {} : { pickupMethods }),
    ...(taxIdCountries === undefined ? {} : { taxIdCountries }),
    ...(duplicateMinutes === undefined ? {} : { duplicateMinutes }),
  };
}

/** Stands for null until the action is called, since Commander takes a parser's null for a parser that failed. */
const OFF = Symbol('off');

/** Where `off` is a value too, or one that `parse` takes for null: the rule is turned off. */
export const orOff =
  <T>(parse: (text: string) => T | null) =>
  (text: string): T | typeof OFF =>
    text.trim().toLowerCase() === 'off' ? OFF : (parse(text) ?? OFF);

function offIsNull(command: Command): Command {
  return command.hook('preAction', (_program, called) => {
    for (const [name, value] of Object.entries<unknown>(called.opts()))
      if (value === OFF) called.setOptionValue(name, null);
  });
}

const parseNames =
  (name: string) =>
  (text: string): string[] => {
    const names = text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    if (names.length === 0)
      throw badArgument(name, 'names no shipping method; give titles as orders have them, or off.');
    return names;
  };

function parseTaxIdCountries(text: string): string[] {
  const list = parseCountries(text);
  if (list?.mode !== 'allow')
    throw badArgument('--tax-id-countries', `“${text}” must be a list of countries such as BR,KR, or off.`);
  return [...list.countries];
}
