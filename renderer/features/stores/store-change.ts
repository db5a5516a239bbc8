import { z } from 'zod';
import {
  type AddedRuleSettings,
  type StoreSettings,
  storeSettingsSchema,
} from '../../../shared/domain/store.ts';
import { parseCountryList } from './country-list.ts';

/** The settings of rules that depend on what carriers and the platform are set to; an empty one turns its rule off. */
export const RULE_FIELDS = [
  'addressLineLimit',
  'shippingMethods',
  'pickupMethods',
  'taxIdCountries',
  'duplicateMinutes',
] as const satisfies readonly (keyof AddedRuleSettings)[];

/** Which orders are meant to sync at all, and from when on one is stuck. */
export const SCOPE_FIELDS = ['since', 'graceMinutes', 'globaleTagPrefix'] as const;

const changeSchema = z.object({
  name: z.string().trim().min(1),
  settings: storeSettingsSchema.omit({ cutoffs: true }),
});
/** What the settings form sends: everything in it. */
export type StoreChange = z.infer<typeof changeSchema>;

const WRONG_FIELDS = ['name', 'countries', ...RULE_FIELDS, ...SCOPE_FIELDS] as const;
export type WrongSetting = (typeof WRONG_FIELDS)[number];

type TypedField = WrongSetting | 'linkRoute' | 'paymentTerms';

/**
 * The settings as typed into their fields, or the fields that are wrong.
 * @param text a field's text; of a checkbox `on` where it is ticked
 * @param before what the form was filled from: a day that was not touched keeps its hour
 */
export function parseStoreChange(
  text: (field: TypedField) => string,
  before: StoreSettings,
): { readonly change: StoreChange } | { readonly wrong: readonly WrongSetting[] } {
  const since = text('since');
  const parsed = changeSchema.safeParse({
    name: text('name'),
    settings: {
      // undefined, what does not parse, fits no setting.
      countries: parseCountryList(text('countries')),
      paymentTerms: text('paymentTerms') === 'on',
      linkRoute: text('linkRoute') || null,
      since: since === dayText(before.since) ? before.since : Date.parse(`${since}T00:00:00Z`),
      graceMinutes: numberIn(text('graceMinutes')),
      globaleTagPrefix: text('globaleTagPrefix').trim(),
      addressLineLimit: numberIn(text('addressLineLimit')),
      shippingMethods: namesIn(text('shippingMethods')),
      pickupMethods: namesIn(text('pickupMethods')),
      taxIdCountries: namesIn(text('taxIdCountries').toUpperCase()),
      duplicateMinutes: numberIn(text('duplicateMinutes')),
    },
  });
  if (parsed.success) return { change: parsed.data };
  const at = new Set(parsed.error.issues.map(({ path: [first, second] }) => second ?? first));
  return { wrong: WRONG_FIELDS.filter((field) => at.has(field)) };
}

/** A setting as its field shows it. */
export function settingText(value: number | string | readonly string[] | null): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** The day (UTC, as on the command line) of `at`, as a date field has it. */
export const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

function numberIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

function namesIn(text: string): string[] | null {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? null : names;
}
