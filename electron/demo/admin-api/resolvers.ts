import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { demoSchema } from '../schema.graphql.ts';
import { guardOf } from './access.ts';
import { bulkResolvers } from './bulk/bulk-resolvers.ts';
import { nodeTypeOf, type ApiContext, type FieldReader, type TypeResolvers } from './context.ts';
import { propertyOf } from './property.ts';
import { editResolvers } from './edit-sessions.ts';
import { orderCreateMutation } from './mutations/order-create.ts';
import { orderEditMutations } from './mutations/order-edits.ts';
import { orderMutations } from './mutations/orders.ts';
import { productMutations } from './mutations/products.ts';
import { tagMutations } from './mutations/tags.ts';
import { orderHistoryResolvers } from './order-history-resolvers.ts';
import { orderResolvers } from './order-resolvers.ts';
import { productResolvers } from './product-resolvers.ts';
import { queryResolvers } from './query-resolvers.ts';

const { mutations: bulkMutations, ...bulkTypes } = bulkResolvers;

const resolvers: Readonly<Record<string, TypeResolvers>> = {
  ...orderResolvers,
  ...orderHistoryResolvers,
  ...productResolvers,
  ...editResolvers,
  ...bulkTypes,
  QueryRoot: queryResolvers,
  Mutation: {
    ...tagMutations,
    ...orderMutations,
    ...orderEditMutations,
    ...orderCreateMutation,
    ...productMutations,
    ...bulkMutations,
  },
};

/** The reader of a field: its resolver, else the property of that name; access is checked where it has to be. */
export function readerOf(type: string, field: string): FieldReader {
  const read: FieldReader = resolvers[type]?.[field] ?? ((source) => propertyOf(source, field));
  const guard = guardOf(type, field);
  if (guard === null) return read;
  return (source, args, context) => {
    guard(context.access);
    return read(source, args, context);
  };
}

/** The concrete type of an object behind an interface or union. */
export function concreteTypeOf(abstractType: string, source: unknown): string {
  if (abstractType === 'PurchasingEntity')
    return typeof source === 'object' && source !== null && 'location' in source
      ? 'PurchasingCompany'
      : 'Customer';
  const type = nodeTypeOf(source);
  if (type === undefined) throw new Error(`An object behind ${abstractType} was not marked with its type.`);
  return type;
}

/** The demo schema with its resolvers; one is enough for all stores, the context says which store is meant. */
export function executableSchema(): GraphQLSchema {
  const schema = demoSchema();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (type instanceof GraphQLObjectType) {
      const known = new Set(Object.keys(resolvers[type.name] ?? {}));
      for (const field of Object.values(type.getFields())) {
        known.delete(field.name);
        const read = readerOf(type.name, field.name);
        field.resolve = (source: unknown, args: Record<string, unknown>, context: ApiContext) =>
          read(source, args, context);
      }
      if (known.size > 0)
        throw new Error(`Resolvers without a field on ${type.name}: ${[...known].join(', ')}.`);
    } else if ('resolveType' in type)
      type.resolveType = (source: unknown) => concreteTypeOf(type.name, source);
    else if (type.name === 'DateTime' && 'serialize' in type) type.serialize = toDateTime;
  }
  return schema;
}

/** UTC ms as Shopify writes a DateTime: ISO 8601, whole seconds, Z. */
function toDateTime(value: unknown): string {
  return typeof value === 'number' ? new Date(value).toISOString().replace(/\.\d{3}Z$/, 'Z') : String(value);
}
