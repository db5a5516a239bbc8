import { z } from 'zod';
import type { WriteReason } from '../../../../shared/domain/write-reason.ts';
import { conflictField } from '../../../../shared/words/conflict-field.ts';
import { linkValue } from '../../../../shared/words/link-value.ts';
import { LINK_METAFIELD, type LinkMetafield } from '../../../../shared/domain/catalog.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import type { WriteOpOf } from '../../../../shared/domain/write.ts';
import { linkMetafield } from '../decode/product.ts';
import { METAFIELDS_SET, REQUIRES_SHIPPING_SET, VARIANT_SKU_SET } from '../documents/mutations.ts';
import { VARIANT_STATE } from '../documents/read-backs.ts';
import {
  refusalOf,
  remoteWrite,
  type RemoteWrite,
  type SingleRequest,
  singleRequest,
} from './remote-write.ts';
import type { WriteApi } from './write-api.ts';

const GONE_VARIANT: WriteReason = { code: 'variant_gone' };

/** Ticks or unticks “this is a physical product” (inventoryItemUpdate): an absolute value. */
export function requiresShippingSet(op: WriteOpOf<'variant_requires_shipping_set'>): RemoteWrite {
  const request = (api: WriteApi, before: { readonly requiresShipping: boolean }): SingleRequest =>
    singleRequest(
      REQUIRES_SHIPPING_SET,
      { id: op.inventoryItem, requiresShipping: op.set },
      ({ inventoryItem, userErrors }) => {
        const refused = refusalOf(userErrors);
        if (refused !== null) return { kind: 'refused', reason: refused };
        return inventoryItem?.requiresShipping === op.set
          ? {
              kind: 'applied',
              effect: { effect: 'requires_shipping', before: before.requiresShipping },
              version: api.now(),
            }
          : { kind: 'unproved', evidence: { requiresShipping: inventoryItem?.requiresShipping ?? null } };
      },
    );
  return remoteWrite({
    before: z.object({ requiresShipping: z.boolean() }),
    look: async (api) => {
      const variant = await api.ask(VARIANT_STATE, { id: op.variant });
      if (!variant) return { kind: 'impossible', reason: GONE_VARIANT };
      const { requiresShipping } = variant.inventoryItem;
      return requiresShipping === op.set
        ? { kind: 'done', version: api.now() }
        : { kind: 'go', before: { requiresShipping } };
    },
    send: (api, before) => request(api, before).send(api),
    single: (api, before) => request(api, before),
    readBack: async (api, before) => {
      const variant = await api.ask(VARIANT_STATE, { id: op.variant });
      const now = variant?.inventoryItem.requiresShipping ?? null;
      const evidence = { requiresShipping: now };
      return now === op.set
        ? {
            kind: 'took_effect',
            effect: { effect: 'requires_shipping', before: before.requiresShipping },
            version: api.now(),
            evidence,
          }
        : { kind: 'no_effect', evidence };
    },
  });
}

/** Sets a variant's SKU so that the platform's auto-link matches it (productVariantsBulkUpdate): an absolute value. */
export function variantSkuSet(op: WriteOpOf<'variant_sku_set'>): RemoteWrite {
  const same = (a: string | null | undefined, b: string | null): boolean => (a ?? '') === (b ?? '');
  const request = (api: WriteApi, before: { readonly sku: string | null }): SingleRequest =>
    singleRequest(
      VARIANT_SKU_SET,
      { product: op.product, variant: op.variant, sku: op.set },
      ({ productVariants, userErrors }) => {
        const refused = refusalOf(userErrors);
        if (refused !== null) return { kind: 'refused', reason: refused };
        const stored = productVariants?.find(({ id }) => id === op.variant)?.sku;
        return stored !== undefined && same(stored, op.set)
          ? { kind: 'applied', effect: { effect: 'sku', before: before.sku }, version: api.now() }
          : { kind: 'unproved', evidence: { sku: stored ?? null } };
      },
    );
  return remoteWrite({
    before: z.object({ sku: z.string().nullable() }),
    look: async (api) => {
      const variant = await api.ask(VARIANT_STATE, { id: op.variant });
      if (!variant) return { kind: 'impossible', reason: GONE_VARIANT };
      const { sku } = variant;
      if (same(sku, op.set)) return { kind: 'done', version: api.now() };
      if (same(sku, op.base)) return { kind: 'go', before: { sku } };
      return {
        kind: 'conflict',
        fields: [
          conflictField('sku', {
            field: { code: 'sku', variant: legacyId(op.variant) },
            planned: op.base,
            now: sku,
            mine: op.set,
          }),
        ],
        rebased: { ...op, base: sku },
      };
    },
    send: (api, before) => request(api, before).send(api),
    single: (api, before) => request(api, before),
    readBack: async (api, before) => {
      const variant = await api.ask(VARIANT_STATE, { id: op.variant });
      const evidence = { sku: variant?.sku ?? null };
      return variant && same(variant.sku, op.set)
        ? { kind: 'took_effect', effect: { effect: 'sku', before: before.sku }, version: api.now(), evidence }
        : { kind: 'no_effect', evidence };
    },
  });
}

const linkBefore = z.object({
  link: z.object({ product: z.string(), active: z.boolean() }).nullable(),
  /** null: there was no metafield; as a guard it means that there must be none. */
  digest: z.string().nullable(),
});

/**
 * Writes a product link into the variant's metafield. metafieldsSet compares `compareDigest` with what is there when
 * it writes, so that nobody's link is overwritten unseen (outbox invariant 5).
 */
export function variantLinkSet(op: WriteOpOf<'variant_link_set'>): RemoteWrite {
  const isMine = (link: { product: string; active: boolean } | null): boolean =>
    link?.product === op.set.product && link.active === op.set.active;
  const effectFrom = (link: z.output<typeof linkBefore>['link'], digest: string) => ({
    effect: 'link' as const,
    before: link,
    digest,
  });
  return remoteWrite({
    before: linkBefore,
    look: async (api) => {
      const variant = await api.ask(VARIANT_STATE, { id: op.variant });
      if (!variant) return { kind: 'impossible', reason: GONE_VARIANT };
      const raw = variant.metafield;
      const link = linkMetafield(raw);
      if (isMine(link)) return { kind: 'done', version: api.now() };
      const digest = raw?.compareDigest ?? null;
      if (digest === (op.base?.digest ?? null)) {
        return {
          kind: 'go',
          before: { link: link && { product: link.product, active: link.active }, digest },
        };
      }
      if (raw && !link) {
        return {
          kind: 'impossible',
          reason: {
            code: 'foreign_link',
            metafield: `${LINK_METAFIELD.namespace}.${LINK_METAFIELD.key}`,
          },
        };
      }
      return {
        kind: 'conflict',
        fields: [
          conflictField('link', {
            field: { code: 'link', variant: legacyId(op.variant) },
            planned: op.base && linkValue(op.base),
            now: link && linkValue(link),
            mine: linkValue(op.set),
          }),
        ],
        rebased: { ...op, base: link },
      };
    },
    send: async (api, before) => {
      const { metafields, userErrors } = await api.tell(METAFIELDS_SET, {
        metafields: [
          {
            ownerId: op.variant,
            namespace: LINK_METAFIELD.namespace,
            key: LINK_METAFIELD.key,
            type: LINK_METAFIELD.type,
            value: JSON.stringify({ product: op.set.product, active: op.set.active }),
            compareDigest: before.digest,
          },
        ],
      });
      const reason = refusalOf(userErrors);
      if (reason !== null) {
        const stale = userErrors.some(
          ({ code }) => code === 'STALE_OBJECT' || code === 'INVALID_COMPARE_DIGEST',
        );
        return { kind: stale ? 'stale' : 'refused', reason };
      }
      const stored = linkMetafield(metafields?.[0] ?? null);
      return stored && isMine(stored)
        ? { kind: 'applied', effect: effectFrom(before.link, stored.digest), version: api.now() }
        : { kind: 'unproved', evidence: { link: shownLink(stored) } };
    },
    readBack: async (api, before) => {
      const variant = await api.ask(VARIANT_STATE, { id: op.variant });
      const link = linkMetafield(variant?.metafield ?? null);
      const evidence = { link: shownLink(link) };
      return link && isMine(link)
        ? { kind: 'took_effect', effect: effectFrom(before.link, link.digest), version: api.now(), evidence }
        : { kind: 'no_effect', evidence };
    },
  });
}

function shownLink(link: Pick<LinkMetafield, 'product' | 'active'> | null): string | null {
  return link && `${link.product}${link.active ? '' : ' (inactive)'}`;
}
