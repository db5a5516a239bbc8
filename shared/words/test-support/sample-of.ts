import { z } from 'zod';

const GIDS = [
  'Order',
  'LineItem',
  'Product',
  'ProductVariant',
  'InventoryItem',
  'Fulfillment',
  'PaymentSchedule',
] as const;

/**
 * One value for each member of a union of objects that are told apart by a literal, made from the schema itself, so that a
 * member that is added is in the tests at once. Text is `X9`, numbers are 3, lists have one member; optional keys are left
 * out.
 */
export function samplesOf<T>(union: z.ZodType<T> & { readonly options: readonly z.ZodType[] }): readonly T[] {
  return union.options.map((option) => union.parse(raw(option)));
}

function raw(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).flatMap(([key, value]: [string, z.core.$ZodType]) =>
        value instanceof z.ZodOptional ? [] : [[key, raw(value)]],
      ),
    );
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) {
    const [first] = schema.options;
    if (first !== undefined) return raw(first);
  }
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodArray) return [raw(schema.element)];
  if (schema instanceof z.ZodNullable) return raw(schema.unwrap());
  if (schema instanceof z.ZodCatch) return raw(schema.unwrap());
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return 3;
  const candidates = ['X9', 'EUR', 'FR', ...GIDS.map((kind) => `gid://shopify/${kind}/7`)];
  const found = candidates.find((text) => z.safeParse(schema, text).success);
  if (found === undefined) throw new Error('There is no sample for this schema; teach sampleOf one.');
  return found;
}
