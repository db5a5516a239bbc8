import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { ApiContext, FieldReader } from '../context.ts';
import { propertyOf } from '../property.ts';
import { findOrders, matching, type OrderSearchArgs } from '../find-orders.ts';

/** How a bulk operation reads fields; given, so that this module does not depend on all resolvers. */
export interface Readers {
  readerOf(type: string, field: string): FieldReader;
  concreteTypeOf(abstractType: string, source: unknown): string;
}

type Line = Record<string, unknown>;
type Emit = (line: Line) => void;
/** Reads an object's selection; nodes of nested connections go to `emit` as lines of their own. */
type Reader = (source: unknown, context: ApiContext, parentId: string | null, emit: Emit) => Line;

/** A bulk query ready to run: one step per root object. */
export interface BulkPlan {
  /** Yields, per root object, its own line and then its children's. */
  run(context: ApiContext): Generator<Line[]>;
}

const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;

/**
 * Compiles a validated query into straight-line readers, which is what makes a million orders bearable.
 * @throws GraphQLError with the reason when the query is not fit for a bulk operation
 */
export function planBulkQuery(schema: GraphQLSchema, document: DocumentNode, readers: Readers): BulkPlan {
  const compiler = new Compiler(schema, document, readers);
  return compiler.plan();
}

class Compiler {
  private readonly schema: GraphQLSchema;
  private readonly document: DocumentNode;
  private readonly readers: Readers;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private connections = 0;

  constructor(schema: GraphQLSchema, document: DocumentNode, readers: Readers) {
    this.schema = schema;
    this.document = document;
    this.readers = readers;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  plan(): BulkPlan {
    const root = this.schema.getQueryType();
    const operation = this.document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    if (root == null || operation === undefined || operation.operation !== OperationTypeNode.QUERY)
      throw new GraphQLError('Bulk operations need a query.');
    const steps = this.fieldsOf(operation.selectionSet, root).map((field) => this.rootStep(root, field));
    return {
      *run(context) {
        for (const step of steps) yield* step(context);
      },
    };
  }

  private rootStep(root: GraphQLObjectType, node: FieldNode): (context: ApiContext) => Generator<Line[]> {
    const field = this.definitionOf(root, node);
    if (!getNamedType(field.type).name.endsWith('Connection'))
      throw new GraphQLError('Bulk queries must contain at least one connection at the root.');
    const args = getArgumentValues(field, node);
    const { reader, idOf } = this.connection(field, node, 1);
    const read = this.readers.readerOf(root.name, node.name.value);
    return function* (context) {
      const sources: Iterable<unknown> =
        node.name.value === 'orders' ? allOrders(args, context) : nodesOf(read(null, args, context));
      for (const source of sources) {
        const lines: Line[] = [];
        const children: Line[] = [];
        const line = reader(source, context, idOf(source, context), (child) => children.push(child));
        lines.push(line, ...children);
        yield lines;
      }
    };
  }

  /** The reader of a connection's nodes, and how to tell a node's id. */
  private connection(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    depth: number,
  ): { reader: Reader; idOf: (source: unknown, context: ApiContext) => string | null } {
    this.connections += 1;
    if (this.connections > MAX_CONNECTIONS)
      throw new GraphQLError(`Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`);
    if (depth > MAX_DEPTH + 1)
      throw new GraphQLError('Bulk queries cannot nest connections deeper than two levels.');
    const type = getNamedType(field.type);
    if (!isObjectType(type) || node.selectionSet === undefined)
      throw new GraphQLError('A connection needs a selection.');
    for (const part of this.fieldsOf(node.selectionSet, type)) {
      if (part.name.value === 'nodes') return this.nodes(this.definitionOf(type, part).type, part, depth);
      if (part.name.value !== 'edges' || part.selectionSet === undefined) continue;
      const edge = getNamedType(this.definitionOf(type, part).type);
      if (!isObjectType(edge)) continue;
      const inner = this.fieldsOf(part.selectionSet, edge).find((each) => each.name.value === 'node');
      if (inner !== undefined) return this.nodes(this.definitionOf(edge, inner).type, inner, depth);
    }
    throw new GraphQLError('A connection in a bulk query must select nodes, or edges and their node.');
  }

  private nodes(type: GraphQLOutputType, node: FieldNode, depth: number): ReturnType<Compiler['connection']> {
    const named = getNamedType(type);
    if (node.selectionSet === undefined) throw new GraphQLError('A node needs a selection.');
    const reader = this.object(named.name, node.selectionSet, depth, false);
    const typeOf = (source: unknown): string =>
      isAbstractType(named) ? this.readers.concreteTypeOf(named.name, source) : named.name;
    const ids = new Map<string, ReturnType<Readers['readerOf']>>();
    const idOf = (source: unknown, context: ApiContext): string | null => {
      const name = typeOf(source);
      const read = ids.get(name) ?? this.readers.readerOf(name, 'id');
      ids.set(name, read);
      const id = read(source, {}, context);
      return typeof id === 'string' ? id : null;
    };
    return { reader, idOf };
  }

  /** A reader for an object of a type, which for interfaces and unions is only known when the object is there. */
  private object(typeName: string, selection: SelectionSetNode, depth: number, inList: boolean): Reader {
    const type = this.schema.getType(typeName);
    if (isObjectType(type)) return this.concrete(type, selection, depth, inList);
    if (!isAbstractType(type)) throw new GraphQLError(`${typeName} cannot be selected from.`);
    const possible = new Map<string, Reader>();
    for (const each of this.schema.getPossibleTypes(type)) {
      const before = this.connections;
      possible.set(each.name, this.concrete(each, selection, depth, inList));
      this.connections = before;
    }
    return (source, context, parentId, emit) => {
      const reader = possible.get(this.readers.concreteTypeOf(typeName, source));
      if (reader === undefined) throw new Error(`${typeName} has an object of a type it cannot have.`);
      return reader(source, context, parentId, emit);
    };
  }

  private concrete(
    type: GraphQLObjectType,
    selection: SelectionSetNode,
    depth: number,
    inList: boolean,
  ): Reader {
    const parts = this.fieldsOf(selection, type).map((node) => this.part(type, node, depth, inList));
    return (source, context, parentId, emit) => {
      const line: Line = {};
      for (const part of parts) part(line, source, context, parentId, emit);
      return line;
    };
  }

  private part(
    type: GraphQLObjectType,
    node: FieldNode,
    depth: number,
    inList: boolean,
  ): (line: Line, source: unknown, context: ApiContext, parentId: string | null, emit: Emit) => void {
    const key = node.alias?.value ?? node.name.value;
    if (node.name.value === '__typename')
      return (line) => {
        line[key] = type.name;
      };
    const field = this.definitionOf(type, node);
    const args = getArgumentValues(field, node);
    const read = this.readers.readerOf(type.name, node.name.value);
    const named = getNamedType(field.type);
    if (isLeafType(named))
      return (line, source, context) => {
        const value = read(source, args, context);
        line[key] =
          value == null
            ? null
            : Array.isArray(value)
              ? value.map((each) => named.serialize(each))
              : named.serialize(value);
      };
    if (node.selectionSet === undefined) throw new GraphQLError(`${key} needs a selection.`);
    if (named.name.endsWith('Connection')) {
      if (inList) throw new GraphQLError('Bulk queries cannot contain connections within a list field.');
      const { reader, idOf } = this.connection(field, node, depth + 1);
      return (_, source, context, parentId, emit) => {
        for (const child of nodesOf(read(source, args, context))) {
          const grandchildren: Line[] = [];
          const line = reader(child, context, idOf(child, context), (each) => grandchildren.push(each));
          emit({ ...line, __parentId: parentId });
          for (const each of grandchildren) emit(each);
        }
      };
    }
    const list = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
    const reader = this.object(named.name, node.selectionSet, depth, inList || list);
    return (line, source, context, parentId, emit) => {
      const value = read(source, args, context);
      if (value == null) line[key] = null;
      else if (Array.isArray(value)) line[key] = value.map((each) => reader(each, context, parentId, emit));
      else line[key] = reader(value, context, parentId, emit);
    };
  }

  private definitionOf(type: GraphQLObjectType, node: FieldNode): GraphQLField<unknown, unknown> {
    const field = type.getFields()[node.name.value];
    if (field === undefined)
      throw new GraphQLError(`Field '${node.name.value}' doesn't exist on type '${type.name}'`);
    return field;
  }

  private fieldsOf(selection: SelectionSetNode, type: GraphQLObjectType): FieldNode[] {
    return selection.selections.flatMap((each): FieldNode[] => {
      if (each.kind === Kind.FIELD) return [each];
      const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : this.fragments.get(each.name.value);
      if (fragment === undefined) return [];
      const condition =
        fragment.typeCondition === undefined ? type : this.schema.getType(fragment.typeCondition.name.value);
      const applies =
        condition === type || (isAbstractType(condition) && this.schema.isSubType(condition, type));
      return applies ? this.fieldsOf(fragment.selectionSet, type) : [];
    });
  }
}

/** Orders one by one: the list of a million is never built. */
function* allOrders(args: OrderSearchArgs, context: ApiContext): Generator {
  if (!context.access.scopes.has('read_orders')) findOrders(args, context);
  for (const point of matching(args, null, context)) {
    const order = context.shop.orders.peek(point.index);
    if (order !== null) yield order;
  }
}

function nodesOf(connection: unknown): readonly unknown[] {
  const nodes = propertyOf(connection, 'nodes');
  return Array.isArray(nodes) ? nodes : [];
}
