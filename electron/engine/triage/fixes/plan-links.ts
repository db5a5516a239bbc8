import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import { gid } from '../../../../shared/domain/ids.ts';
import type { TriageContext } from '../context.ts';
import {
  evidenceOf,
  excluded,
  planned,
  type Draft,
  type FixScope,
  type OrderPlanner,
  type PlanOrder,
} from './definition.ts';
import { linkFileStep, linkSteps, type WantedLink } from './link-steps.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/** One line item whose variant has no active link. */
type UnlinkedItem = Evidence<'product_not_linked'>['items'][number];

/** The fulfilment product that an item's variant is to be linked to, or why there is none. */
export type ChooseProduct = (
  item: UnlinkedItem,
) => { readonly product: string } | { readonly refusal: Exclusion };

/**
 * Links the variants of the orders' unlinked items to what `choose` says, by the store's link route, then reprocesses
 * the orders. An order of which no item can be linked is excluded; one of which only some can is planned partly.
 */
export function planLinks(
  { orders, store }: FixScope<'link_variant'> | FixScope<'activate_link'>,
  choose: ChooseProduct,
): OrderPlanner {
  const stepsOf = new Map<string, readonly Draft[] | Exclusion>();
  const handedOver: WantedLink[] = [];
  for (const item of orders.flatMap(unlinkedItems)) {
    const link = wantedLink(item, store.ctx, choose);
    if (isExclusion(link) || stepsOf.has(link.variant.gid)) continue;
    const steps = linkSteps(link, store);
    stepsOf.set(link.variant.gid, steps);
    if (!isExclusion(steps)) handedOver.push(link);
  }
  const file = store.ctx.settings.linkRoute === 'file' ? [linkFileStep(handedOver)] : [];

  return (it) => {
    const items = unlinkedItems(it);
    const outcomes = items.map((item) => {
      const link = wantedLink(item, store.ctx, choose);
      return isExclusion(link) ? link : (stepsOf.get(link.variant.gid) ?? UNNAMED);
    });
    const ready = outcomes.flatMap((outcome) => (isExclusion(outcome) ? [] : [outcome]));
    if (ready.length === 0) return excluded(outcomes.find(isExclusion) ?? UNNAMED);
    const writes = [...new Set([...ready.flat(), ...file])];
    return planned([...writes, ...reprocessSteps(it.order, writes)], ready.length < items.length);
  };
}

const UNNAMED: Exclusion = { code: 'no_unlinked_item' };

const isExclusion = (it: WantedLink | readonly Draft[] | Exclusion): it is Exclusion => 'code' in it;

function unlinkedItems(it: PlanOrder): readonly UnlinkedItem[] {
  return evidenceOf(it, 'product_not_linked')?.items ?? [];
}

function wantedLink(item: UnlinkedItem, ctx: TriageContext, choose: ChooseProduct): WantedLink | Exclusion {
  const variant = item.variant === null ? undefined : ctx.variant(gid('ProductVariant', item.variant));
  if (variant === undefined) return { code: 'variant_unknown', item: item.title };
  const choice = choose(item);
  return 'refusal' in choice ? choice.refusal : { variant, product: choice.product };
}
