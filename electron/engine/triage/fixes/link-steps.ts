import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Variant } from '../../../../shared/domain/catalog.ts';
import { draft, type Draft, type PlanStore } from './definition.ts';
import { pushSteps } from './reprocess-steps.ts';

/** A variant and the fulfilment product that it is to be linked to. */
export interface WantedLink {
  readonly variant: Variant;
  readonly product: string;
}

/**
 * The writes that link one variant by the store's link route (domain.md, Links), or why they
 * cannot be planned. By `file` all links of a plan are one step for the agent: see `linkFileStep`.
 */
export function linkSteps(link: WantedLink, store: PlanStore): readonly Draft[] | Exclusion {
  const { variant, product } = link;
  const route = store.ctx.settings.linkRoute;
  if (store.fulfilmentProduct !== null && store.fulfilmentProduct(product) === undefined) {
    return { code: 'product_unknown', product };
  }
  switch (route) {
    case 'metafield':
      if (variant.linkMetafield?.product === product && variant.linkMetafield.active) {
        return { code: 'linked_already', product };
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
      if (sku === '') return { code: 'product_without_sku', product };
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
      return { code: 'no_link_route' };
    default:
      return assertNever(route);
  }
}

/** The one step by which an agent hands all links of a plan over to the platform, for a store whose route is `file`. */
export function linkFileStep(links: readonly WantedLink[]): Draft {
  return draft({
    op: 'platform_step',
    does: {
      step: 'link_file',
      links: links.map(({ variant, product }) => ({ variant: variant.gid, product })),
    },
  });
}
