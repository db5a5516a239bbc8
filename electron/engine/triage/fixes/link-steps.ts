import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Variant } from '../../../../shared/domain/catalog.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import { draft, type Draft, type PlanStore } from './definition.ts';
import { pushSteps } from './reprocess-steps.ts';

/** A variant and the fulfilment product that it is to be linked to. */
export interface WantedLink {
  readonly variant: Variant;
  readonly product: string;
}

/**
 * The writes that link one variant by the store's link route (domain.md, Links), or a sentence that says why they
 * cannot be planned. By `file` all links of a plan are one step for the agent: see `linkFileStep`.
 */
export function linkSteps(link: WantedLink, store: PlanStore): readonly Draft[] | string {
  const { variant, product } = link;
  const route = store.ctx.settings.linkRoute;
  if (store.fulfilmentProduct !== null && store.fulfilmentProduct(product) === undefined) {
    return `${product} is no product of the fulfilment platform: check its id.`;
  }
  switch (route) {
    case 'metafield':
      if (variant.linkMetafield?.product === product && variant.linkMetafield.active) {
        return `Its variant is linked to ${product} by now: reprocess it.`;
      }
      return [
        draft({
          op: 'variant_link_set',
          variant: variant.gid,
          set: { product, active: true },
          base: variant.linkMetafield,
        }),
      ];
    case 'sku': {
      const sku = store.fulfilmentProduct?.(product)?.sku?.trim() ?? '';
      if (sku === '')
        return `${product} has no SKU to link by: give it one on the platform, or link the variant there.`;
      if (sku === variant.sku) return pushSteps(variant.product, store.ctx, []);
      const write = draft({
        op: 'variant_sku_set',
        variant: variant.gid,
        product: variant.product,
        set: sku,
        base: variant.sku,
      });
      return [write, ...pushSteps(variant.product, store.ctx, [write])];
    }
    case 'file':
      return [];
    case null:
      return 'The store has no link route: choose metafield, sku or file in its settings.';
    default:
      return assertNever(route);
  }
}

/** The one step by which an agent hands all links of a plan over to the platform, for a store whose route is `file`. */
export function linkFileStep(links: readonly WantedLink[]): Draft {
  const lines = links.map(({ variant, product }) => `variant ${legacyId(variant.gid)} → ${product}`);
  return draft({
    op: 'platform_step',
    step: 'link_file',
    what: `Link on the platform, under Shop integrations > Products, and activate: ${lines.join('; ')}`,
  });
}
