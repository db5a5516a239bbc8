import type { ChangedValue } from '../domain/field-change.ts';

/** A product link as a value: an active one is just its product. */
export function linkValue(link: { readonly product: string; readonly active: boolean }): ChangedValue {
  return link.active ? link.product : { code: 'inactive_link', product: link.product };
}
