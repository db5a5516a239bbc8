import {
  buildClientSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { GraphQLArgument, GraphQLInputField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadShopifySchema } from '../../scripts/shopify-schema.mjs';
import { demoSchema } from './schema.graphql.ts';

/** Everything in which `ours` says more, or something else, than `real`: one sentence each. */
function deviationsOf(ours: GraphQLSchema, real: GraphQLSchema): string[] {
  const found: string[] = [];
  for (const type of Object.values(ours.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const other = real.getType(type.name);
    if (other === undefined) found.push(`type ${type.name} does not exist`);
    else if (type.constructor.name !== other.constructor.name)
      found.push(`type ${type.name} is of another kind`);
    else found.push(...deviationsOfType(type, other));
  }
  for (const root of ['getQueryType', 'getMutationType'] as const)
    if (ours[root]()?.name !== real[root]()?.name) found.push(`${root} differs`);
  return found;
}

function deviationsOfType(type: GraphQLNamedType, real: GraphQLNamedType): string[] {
  const found: string[] = [];
  if ((isObjectType(type) && isObjectType(real)) || (isInterfaceType(type) && isInterfaceType(real))) {
    const realInterfaces = new Set(real.getInterfaces().map((each) => each.name));
    for (const each of type.getInterfaces())
      if (!realInterfaces.has(each.name)) found.push(`${type.name} does not implement ${each.name}`);
    if (realInterfaces.has('Node') && !type.getInterfaces().some((each) => each.name === 'Node'))
      found.push(`${type.name} lost its Node interface`);
    for (const field of Object.values(type.getFields())) {
      const where = `${type.name}.${field.name}`;
      const realField = real.getFields()[field.name];
      if (realField === undefined) {
        found.push(`${where} does not exist`);
        continue;
      }
      if (String(field.type) !== String(realField.type))
        found.push(`${where} is ${String(realField.type)}, not ${String(field.type)}`);
      if ((field.deprecationReason == null) !== (realField.deprecationReason == null))
        found.push(`${where} differs in being deprecated`);
      found.push(...deviationsOfInputs(where, field.args, realField.args));
    }
  }
  if (isInputObjectType(type) && isInputObjectType(real)) {
    if (type.isOneOf !== real.isOneOf) found.push(`${type.name} differs in being @oneOf`);
    found.push(
      ...deviationsOfInputs(type.name, Object.values(type.getFields()), Object.values(real.getFields())),
    );
  }
  if (isEnumType(type) && isEnumType(real))
    for (const value of type.getValues())
      if (real.getValue(value.name) == null) found.push(`${type.name}.${value.name} does not exist`);
  if (isUnionType(type) && isUnionType(real)) {
    const members = new Set(real.getTypes().map((each) => each.name));
    for (const member of type.getTypes())
      if (!members.has(member.name)) found.push(`${member.name} is no member of ${type.name}`);
  }
  return found;
}

function deviationsOfInputs(
  where: string,
  ours: readonly (GraphQLArgument | GraphQLInputField)[],
  real: readonly (GraphQLArgument | GraphQLInputField)[],
): string[] {
  const found: string[] = [];
  for (const input of ours) {
    const other = real.find((each) => each.name === input.name);
    if (other === undefined) found.push(`${where}(${input.name}) does not exist`);
    else {
      if (String(other.type) !== String(input.type))
        found.push(`${where}(${input.name}) is ${String(other.type)}, not ${String(input.type)}`);
      if (JSON.stringify(other.defaultValue) !== JSON.stringify(input.defaultValue))
        found.push(`${where}(${input.name}) has another default`);
    }
  }
  for (const other of real) {
    const required = String(other.type).endsWith('!') && other.defaultValue === undefined;
    if (required && !ours.some((each) => each.name === other.name))
      found.push(`${where}(${other.name}) is required`);
  }
  return found;
}

describe('the demo schema', () => {
  let real: GraphQLSchema;
  beforeAll(async () => {
    real = buildClientSchema(await loadShopifySchema());
  });

  it('is a true subset of Shopify Admin API 2026-10', () => {
    expect(deviationsOf(demoSchema(), real)).toEqual([]);
  });

  it('would be caught if it were not one', () => {
    const wrong = demoSchema();
    const order = wrong.getType('Order');
    if (!isObjectType(order)) throw new Error('Order is an object type.');
    const name = order.getFields()['name'];
    const note = order.getFields()['note'];
    if (name === undefined || note === undefined) throw new Error('Order has a name and a note.');
    name.type = note.type;
    expect(deviationsOf(wrong, real)).toEqual(['Order.name is String!, not String']);
  });
});
