import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { propertyOf } from './property.ts';

/**
 * Query cost by Shopify's published rules: scalars and enums 0, objects 1, connections 2 plus `first` times the cost
 * of a node, mutations 10, interfaces and unions the dearest of their types
 * (https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits).
 */
export interface QueryCost {
  /** The most the request can cost. */
  readonly requested: number;
  /** What it did cost, counted from the answer. */
  actual(data: unknown): number;
}

interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Costs one operation of a validated document. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QueryCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const scope: Scope = { schema, fragments, variables: { ...defaultsOf(operation), ...variables } };
  if (operation.operation === OperationTypeNode.MUTATION) {
    const count = fieldsOf(scope, operation.selectionSet, null).length;
    return { requested: count * 10, actual: () => count * 10 };
  }
  const root = schema.getQueryType();
  if (root == null) throw new Error('The schema has no query root.');
  return {
    requested: selectionCost(scope, operation.selectionSet, root, undefined),
    actual: (data) => (data == null ? 0 : selectionCost(scope, operation.selectionSet, root, data)),
  };
}

function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const variable of operation.variableDefinitions ?? [])
    if (variable.defaultValue !== undefined)
      defaults[variable.variable.name.value] = valueFromASTUntyped(variable.defaultValue);
  return defaults;
}

/** @param data the answer's object for the actual cost, undefined for the requested one */
function selectionCost(
  scope: Scope,
  selection: SelectionSetNode,
  type: GraphQLCompositeType,
  data: unknown,
): number {
  if (data === undefined && isAbstractType(type)) {
    const costs = scope.schema.getPossibleTypes(type).map((each) => sum(scope, selection, each, data));
    return Math.max(0, ...costs);
  }
  return sum(scope, selection, type, data);
}

function sum(scope: Scope, selection: SelectionSetNode, type: GraphQLCompositeType, data: unknown): number {
  let total = 0;
  for (const { field, parent } of fieldsOf(scope, selection, type)) {
    const answer = data === undefined ? undefined : propertyOf(data, field.alias?.value ?? field.name.value);
    if (data !== undefined && answer == null) continue;
    total += fieldCost(scope, field, parent ?? type, answer);
  }
  return total;
}

function fieldCost(scope: Scope, field: FieldNode, parent: GraphQLCompositeType, answer: unknown): number {
  if (field.selectionSet === undefined || !('getFields' in parent)) return 0;
  const definition = parent.getFields()[field.name.value];
  if (definition === undefined) return 0;
  const named = getNamedType(definition.type);
  if (!isCompositeType(named)) return 0;
  const { selectionSet } = field;
  if (named.name.endsWith('Connection')) return connectionCost(scope, field, named, answer);
  if (isList(definition.type)) {
    if (Array.isArray(answer))
      return answer.reduce(
        (total: number, each) =>
          total + (each == null ? 0 : 1 + selectionCost(scope, selectionSet, named, each)),
        0,
      );
    return sizeOf(scope, field, 1) * (1 + selectionCost(scope, selectionSet, named, undefined));
  }
  return 1 + selectionCost(scope, selectionSet, named, answer);
}

function connectionCost(
  scope: Scope,
  field: FieldNode,
  connection: GraphQLCompositeType,
  answer: unknown,
): number {
  if (field.selectionSet === undefined || !isObjectType(connection)) return 2;
  let total = 2;
  const first = sizeOf(scope, field, 0);
  for (const { field: part } of fieldsOf(scope, field.selectionSet, connection)) {
    const type = getNamedType(connection.getFields()[part.name.value]?.type);
    if (part.selectionSet === undefined || !isObjectOrAbstract(type)) continue;
    const list = answer === undefined ? undefined : propertyOf(answer, part.alias?.value ?? part.name.value);
    if (part.name.value === 'nodes') total += nodesCost(scope, part.selectionSet, type, list, first);
    if (part.name.value !== 'edges' || !isObjectType(type)) continue;
    const edges = Array.isArray(list) ? list : undefined;
    for (const { field: inner } of fieldsOf(scope, part.selectionSet, type)) {
      const nodeType = getNamedType(type.getFields()[inner.name.value]?.type);
      if (inner.selectionSet === undefined || !isObjectOrAbstract(nodeType)) continue;
      const key = inner.alias?.value ?? inner.name.value;
      total += nodesCost(
        scope,
        inner.selectionSet,
        nodeType,
        edges?.map((edge) => propertyOf(edge, key)),
        first,
      );
    }
  }
  return total;
}

function nodesCost(
  scope: Scope,
  selection: SelectionSetNode,
  type: GraphQLCompositeType,
  nodes: unknown,
  first: number,
): number {
  if (!Array.isArray(nodes)) return first * (1 + selectionCost(scope, selection, type, undefined));
  return nodes.reduce((total: number, node) => total + 1 + selectionCost(scope, selection, type, node), 0);
}

/** How many objects a list may return, by `first`, `last` or the number of ids. */
function sizeOf(scope: Scope, field: FieldNode, otherwise: number): number {
  for (const argument of field.arguments ?? []) {
    if (!['first', 'last', 'ids'].includes(argument.name.value)) continue;
    const value: unknown = valueFromASTUntyped(argument.value, scope.variables);
    if (typeof value === 'number') return value;
    if (Array.isArray(value)) return value.length;
  }
  return otherwise;
}

interface SelectedField {
  readonly field: FieldNode;
  readonly parent: GraphQLCompositeType | null;
}

/** The fields of a selection that apply to a type, fragments opened. */
function fieldsOf(
  scope: Scope,
  selection: SelectionSetNode,
  type: GraphQLCompositeType | null,
): SelectedField[] {
  return selection.selections.flatMap((each): SelectedField[] => {
    if (each.kind === Kind.FIELD) return [{ field: each, parent: type }];
    const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : scope.fragments.get(each.name.value);
    if (fragment === undefined) return [];
    const condition = fragment.typeCondition?.name.value;
    const narrowed = condition === undefined ? type : scope.schema.getType(condition);
    if (narrowed == null || !isObjectOrAbstract(narrowed)) return [];
    if (type !== null && isObjectType(type) && !applies(scope.schema, narrowed, type)) return [];
    return fieldsOf(scope, fragment.selectionSet, isObjectType(narrowed) ? narrowed : (type ?? narrowed));
  });
}

function applies(
  schema: GraphQLSchema,
  condition: GraphQLCompositeType,
  type: GraphQLCompositeType,
): boolean {
  return (
    condition === type ||
    (isAbstractType(condition) && isObjectType(type) && schema.isSubType(condition, type))
  );
}

function isObjectOrAbstract(type: unknown): type is GraphQLCompositeType {
  return isCompositeType(type);
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(type) || (isNonNullType(type) && isListType(type.ofType));
}
