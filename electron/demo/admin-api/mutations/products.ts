import { numberOfGid } from '../../gid.ts';
import type { Metafield, Variant } from '../../shop/catalogue.ts';
import { changeProduct, type Shop } from '../../shop/shop.ts';
import { requireScope } from '../access.ts';
import { asNode, type TypeResolvers } from '../context.ts';
import { digestOf, inventoryItemOf, metafieldOf } from '../product-resolvers.ts';
import { done, mutation, refuse, refuseAll, type UserError } from './mutation.ts';

interface InventoryItemInput {
  readonly requiresShipping?: boolean | null;
  readonly sku?: string | null;
  readonly tracked?: boolean | null;
}

interface MetafieldInput {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
  readonly compareDigest?: string | null;
}

const METAFIELDS_PER_CALL = 25;

/** Mutations of variants: inventory item, metafields, SKU and barcode. */
export const productMutations: TypeResolvers = {
  inventoryItemUpdate: mutation<{ id: string; input: InventoryItemInput }>(
    'inventoryItemUpdate',
    ({ id, input }, { shop }) => {
      const number = numberOfGid(id, 'InventoryItem');
      const variant = [...shop.catalogue.variants.values()].find((each) => each.inventoryItemId === number);
      if (variant === undefined) return refuse(['id'], "The inventory item couldn't be found.");
      return done({ inventoryItem: inventoryItemOf(variant) }, updateItem(shop, variant, input));
    },
  ),

  productVariantsBulkUpdate: mutation<{
    productId: string;
    variants: readonly {
      id?: string | null;
      barcode?: string | null;
      price?: string | null;
      inventoryItem?: InventoryItemInput | null;
    }[];
    allowPartialUpdates?: boolean | null;
  }>('productVariantsBulkUpdate', ({ productId, variants, allowPartialUpdates }, { shop }) => {
    const number = numberOfGid(productId, 'Product');
    const product = number === null ? undefined : shop.catalogue.products.get(number);
    if (product === undefined)
      return refuse(['productId'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST');
    const errors: UserError[] = [];
    const targets = variants.flatMap((input, at) => {
      const path = ['variants', String(at)];
      if (input.id == null) {
        errors.push({
          field: [...path, 'id'],
          message: 'Product variant is missing ID attribute',
          code: 'PRODUCT_VARIANT_ID_MISSING',
        });
        return [];
      }
      const variant = shop.catalogue.variants.get(numberOfGid(input.id, 'ProductVariant') ?? 0);
      if (variant === undefined || variant.productId !== product.id) {
        errors.push({
          field: [...path, 'id'],
          message: 'Product variant does not exist',
          code: 'PRODUCT_VARIANT_DOES_NOT_EXIST',
        });
        return [];
      }
      if ((input.inventoryItem?.sku ?? '').length > 255) {
        errors.push({
          field: [...path, 'inventoryItem', 'sku'],
          message: 'SKU is too long (maximum is 255 characters)',
          code: 'TOO_LONG',
        });
        return [];
      }
      return [{ input, variant }];
    });
    if (errors.length > 0 && allowPartialUpdates !== true) return refuseAll(errors);
    let changed = false;
    for (const { input, variant } of targets) {
      if (input.barcode !== undefined && input.barcode !== variant.barcode) {
        variant.barcode = input.barcode;
        changed = true;
        touch(shop, variant);
      }
      if (input.inventoryItem != null) changed = updateItem(shop, variant, input.inventoryItem) || changed;
    }
    const payload = {
      product: asNode('Product', product),
      productVariants: targets.map(({ variant }) => asNode('ProductVariant', variant)),
    };
    return { payload, userErrors: errors, changed };
  }),

  metafieldsSet: mutation<{ metafields: readonly MetafieldInput[] }>(
    'metafieldsSet',
    ({ metafields }, { shop, access }) => {
      requireScope(access, 'metafieldsSet', ['write_products']);
      if (metafields.length > METAFIELDS_PER_CALL)
        return refuseAll([
          {
            field: ['metafields'],
            message: `Exceeded the maximum metafields input limit of ${METAFIELDS_PER_CALL}.`,
            code: 'LESS_THAN_OR_EQUAL_TO',
            elementIndex: null,
          },
        ]);
      // Atomic: every element is checked before the first one is written.
      const errors = metafields.flatMap((input, at) => metafieldErrors(shop, input, at));
      if (errors.length > 0) return refuseAll(errors);
      let changed = false;
      const written = metafields.flatMap((input) => {
        const variant = variantOf(shop, input.ownerId);
        if (variant === undefined) return [];
        changed = metafieldOf(variant, input.namespace, input.key)?.value !== input.value || changed;
        return [writeMetafield(shop, variant, input)];
      });
      return done({ metafields: written }, changed);
    },
  ),
};

function variantOf(shop: Shop, gid: string): Variant | undefined {
  const number = numberOfGid(gid, 'ProductVariant');
  return number === null ? undefined : shop.catalogue.variants.get(number);
}

function metafieldErrors(shop: Shop, input: MetafieldInput, at: number): UserError[] {
  const error = (field: string, message: string, code: string): UserError[] => [
    { field: ['metafields', String(at), field], message, code, elementIndex: at },
  ];
  const variant = variantOf(shop, input.ownerId);
  if (variant === undefined) return error('ownerId', 'Owner does not exist.', 'INVALID');
  const known = metafieldOf(variant, input.namespace, input.key);
  // A null digest means "only if there is none yet"; leaving it out means "whatever is there".
  if (input.compareDigest !== undefined) {
    const expected = known === null ? null : digestOf(known);
    if (input.compareDigest !== expected)
      return error(
        'compareDigest',
        'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
        'STALE_OBJECT',
      );
  }
  const type = input.type ?? known?.type;
  if (type === undefined) return error('type', "Type can't be blank", 'BLANK');
  if (known !== null && input.type != null && input.type !== known.type)
    return error('type', `Type must be consistent with the definition's type: ${known.type}`, 'INVALID_TYPE');
  if (input.value === '') return error('value', "Value can't be blank.", 'BLANK');
  if (type === 'json' && !isJson(input.value))
    return error('value', 'Value is invalid JSON.', 'INVALID_VALUE');
  return [];
}

function writeMetafield(shop: Shop, variant: Variant, input: MetafieldInput): Metafield {
  const now = shop.clock.wall();
  const known = metafieldOf(variant, input.namespace, input.key);
  if (known !== null) {
    known.value = input.value;
    known.updatedAt = now;
    touch(shop, variant);
    return known;
  }
  const metafield: Metafield = asNode('Metafield', {
    id: 33_000_000_000_000 + variant.id + variant.metafields.length,
    namespace: input.namespace ?? 'app',
    key: input.key,
    type: input.type ?? 'single_line_text_field',
    value: input.value,
    createdAt: now,
    updatedAt: now,
  });
  variant.metafields.push(metafield);
  touch(shop, variant);
  return metafield;
}

function updateItem(shop: Shop, variant: Variant, input: InventoryItemInput): boolean {
  const before = JSON.stringify(variant);
  if (input.requiresShipping != null) variant.requiresShipping = input.requiresShipping;
  if (input.sku !== undefined) variant.sku = input.sku === '' ? null : input.sku;
  if (input.tracked != null) variant.tracked = input.tracked;
  const changed = JSON.stringify(variant) !== before;
  if (changed) touch(shop, variant);
  return changed;
}

/** A changed variant changes its product, too. */
function touch(shop: Shop, variant: Variant): void {
  variant.updatedAt = shop.clock.wall();
  changeProduct(shop, variant.productId, () => true);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
