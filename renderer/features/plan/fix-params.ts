import type { FixKind } from '../../../shared/domain/fix.ts';
import type { enPlan } from '../../i18n/en-plan.ts';

export type ParamKey = keyof (typeof enPlan)['params'];

export interface FixParam {
  readonly key: ParamKey;
  /** text: typed · product, variant: chosen from the store's list · until: a choice of times. */
  readonly kind: 'text' | 'product' | 'variant' | 'until';
  /** Whether leaving it out takes each order's own suggestion, or leaves the field as it is. */
  readonly empty: 'suggestion' | 'keep' | 'needed';
}

const text = (key: ParamKey, empty: FixParam['empty'] = 'keep'): FixParam => ({ key, kind: 'text', empty });

/** What an agent may set per kind of fix (contract.md, `--set` keys). */
export const FIX_PARAMS: Readonly<Partial<Record<FixKind, readonly FixParam[]>>> = {
  set_postal_code: [text('zip', 'suggestion')],
  edit_address: [
    text('address1'),
    text('address2'),
    text('zip'),
    text('city'),
    text('provinceCode'),
    text('countryCode'),
    text('firstName'),
    text('lastName'),
    text('company'),
    text('phone'),
  ],
  edit_contact: [text('phone', 'suggestion'), text('email', 'suggestion')],
  link_variant: [{ key: 'product', kind: 'product', empty: 'suggestion' }],
  replace_item: [{ key: 'variant', kind: 'variant', empty: 'needed' }],
  add_shipping_line: [text('title', 'suggestion'), text('price', 'suggestion')],
  allow_country: [text('country', 'suggestion')],
  map_shipping_method: [text('method', 'suggestion')],
  snooze: [{ key: 'until', kind: 'until', empty: 'suggestion' }],
  dismiss: [text('reason')],
};
