import { parseGid } from '../../gid.ts';
import { addTags, changeOrder, changeProduct, hasTag, removeTags } from '../../shop/shop.ts';
import { requireScope } from '../access.ts';
import type { ApiContext, TypeResolvers } from '../context.ts';
import { nodeOf } from '../query-resolvers.ts';
import { done, mutation, refuse, type Outcome } from './mutation.ts';

interface TagArgs {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Shopify's limits for order tags. */
export const MAX_TAG_LENGTH = 40;
const MAX_TAGS = 250;

/** tagsAdd and tagsRemove on orders and products; repeating one changes nothing and leaves no trace. */
export const tagMutations: TypeResolvers = {
  tagsAdd: mutation<TagArgs>('tagsAdd', (args, context) => {
    const tags = split(args.tags);
    const long = tags.find((tag) => tag.length > MAX_TAG_LENGTH);
    if (long !== undefined)
      return refuse(
        ['tags'],
        `Tags is invalid: “${long}” exceeds the maximum length of ${MAX_TAG_LENGTH} characters`,
      );
    return changeTags(args.id, context, 'tagsAdd', (known) => {
      const fresh = tags.filter((tag) => !hasTag(known, tag));
      if (known.length + fresh.length > MAX_TAGS) return `Tags is invalid: more than ${MAX_TAGS} tags`;
      return addTags(known, tags);
    });
  }),
  tagsRemove: mutation<TagArgs>('tagsRemove', (args, context) =>
    changeTags(args.id, context, 'tagsRemove', (known) => removeTags(known, split(args.tags))),
  ),
};

/** Tags may come comma separated in one string, as in Shopify's own admin. */
function split(tags: readonly string[]): string[] {
  return tags
    .flatMap((tag) => tag.split(','))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

function changeTags(
  id: string,
  context: ApiContext,
  name: 'tagsAdd' | 'tagsRemove',
  change: (known: string[]) => string[] | string,
): Outcome {
  const { shop, access, actor } = context;
  const parsed = parseGid(id);
  let touched: string[] | string = [];
  if (parsed?.type === 'Order') {
    requireScope(access, name, ['write_orders']);
    const index = shop.ids.indexOfOrder(parsed.number);
    if (index === null || shop.orders.peek(index) === null) return refuse(['id'], 'Order does not exist');
    changeOrder(shop, index, actor, (order) => {
      touched = change(order.tags);
      if (touched.length === 0 || typeof touched === 'string') return false;
      const words = `${touched.length === 1 ? 'the tag' : 'the tags'} ${touched.join(', ')}`;
      return name === 'tagsAdd'
        ? { action: 'tag_added', message: `${actor.name} added ${words} to this order.` }
        : { action: 'tag_removed', message: `${actor.name} removed ${words} from this order.` };
    });
  } else if (parsed?.type === 'Product') {
    requireScope(access, name, ['write_products']);
    if (!shop.catalogue.products.has(parsed.number)) return refuse(['id'], 'Product does not exist');
    changeProduct(shop, parsed.number, (product) => {
      touched = change(product.tags);
      return touched.length > 0 && typeof touched !== 'string';
    });
  } else return refuse(['id'], 'Resource does not exist or cannot be tagged');
  if (typeof touched === 'string') return refuse(['tags'], touched);
  return done({ node: nodeOf(id, context) }, touched.length > 0);
}
