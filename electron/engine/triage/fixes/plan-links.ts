import type { Variant } from '../../../../shared/domain/catalog.ts';
import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import { gid } from '../../../../shared/domain/ids.ts';
import type { TriageContext } from '../context.ts';
import { evidenceOf, excluded, planned, type Draft, type FixScope, type OrderOutcome } from './definition.ts';
import { linkFileStep, linkSteps, type WantedLink } from './link-steps.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/** One line item whose variant has no active link. */
export type UnlinkedItem = Evidence<'product_not_linked'>['items'][number];

/** The fulfilment product that an item's variant is to be linked to, or a sentence that says why there is none. */
export type ChooseProduct = (
  item: UnlinkedItem,
) => { readonly product: string } | { readonly refusal: string };

interface Choice {
  readonly links: readonly WantedLink[];
  readonly refusals: readonly string[];
  readonly items: number;
}

/**
 * Links the variants of the orders' unlinked items to what `choose` says, by the store's link route, then reprocesses
 * the orders. An order of which no item can be linked is excluded; one of which only some can is planned partly.
 */
export function planLinks(
  { orders, store }: FixScope<'link_variant'> | FixScope<'activate_link'>,
  choose: ChooseProduct,
): readonly OrderOutcome[] {
  const choices = orders.map((order): Choice => {
    const items = evidenceOf(order, 'product_not_linked')?.items ?? [];
    const wanted = items.map((item) => wantedLink(item, store.ctx, choose));
    return {
      links: wanted.filter((it) => typeof it !== 'string'),
      refusals: wanted.filter((it) => typeof it === 'string'),
      items: items.length,
    };
  });
  const byVariant = new Map(choices.flatMap(({ links }) => links.map((link) => [link.variant.gid, link])));
  const file = store.ctx.settings.linkRoute === 'file' ? [linkFileStep([...byVariant.values()])] : [];
  const steps = new Map([...byVariant].map(([variant, link]) => [variant, linkSteps(link, store)]));

  return choices.map(({ links, refusals, items }, at): OrderOutcome => {
    const order = orders[at]?.order;
    const ready: Draft[] = [];
    const reasons = [...refusals];
    let linked = 0;
    for (const { variant } of links) {
      const drafts = steps.get(variant.gid) ?? [];
      if (typeof drafts === 'string') reasons.push(drafts);
      else {
        ready.push(...drafts);
        linked += 1;
      }
    }
    if (order === undefined || linked === 0) {
      return excluded(
        reasons[0] ?? 'None of its items is named as unlinked: reprocess it to have the platform say which.',
      );
    }
    const writes = [...new Set([...ready, ...file])];
    return planned([...writes, ...reprocessSteps(order, writes)], linked < items);
  });
}

function wantedLink(item: UnlinkedItem, ctx: TriageContext, choose: ChooseProduct): WantedLink | string {
  const variant: Variant | undefined =
    item.variant === null ? undefined : ctx.variant(gid('ProductVariant', item.variant));
  if (variant === undefined)
    return `The variant of “${item.title}” is not known: sync the store, then plan again.`;
  const choice = choose(item);
  return 'refusal' in choice ? choice.refusal : { variant, product: choice.product };
}
