import type { Actor, Shop } from '../shop/shop.ts';
import type { Access } from './access.ts';
import type { BulkOperations } from './bulk/bulk-operations.ts';
import type { EditSessions } from './edit-sessions.ts';
import type { StagedUploads } from './bulk/staged-uploads.ts';

/** What a resolver can reach while it answers one request. */
export interface ApiContext {
  readonly shop: Shop;
  readonly access: Access;
  readonly sessions: EditSessions;
  readonly bulk: BulkOperations;
  readonly uploads: StagedUploads;
  /** Who the request acts for: the custom app whose token it carries. */
  readonly actor: Actor;
  /** Where the result of a bulk operation can be downloaded. */
  readonly resultUrl: (operation: number) => string;
  /** Bulk operations read connections whole; `first` is neither needed nor heeded. */
  readonly unpaged: boolean;
  /** Warnings about search filters that were ignored; they go out as `extensions.search`. */
  readonly searchWarnings: string[];
}

/** The custom app all demo tokens belong to. */
export const appActor: Actor = { name: 'Order desk', kind: 'app' };

/**
 * A field's resolver. Its arguments have passed GraphQL validation against the schema, which is what makes the
 * declared argument type true.
 */
export type Field<Source, Args = unknown> = (source: Source, args: Args, context: ApiContext) => unknown;

/**
 * Any field's resolver, seen from outside. Declared as a method, so that resolvers of every source and argument
 * type fit: the schema guarantees that each is called with its own.
 */
export type FieldReader = { read(source: unknown, args: unknown, context: ApiContext): unknown }['read'];

/** Resolvers of one type; whatever is not listed is read from the property of that name. */
export type TypeResolvers = Readonly<Record<string, FieldReader>>;

const nodeTypes = new WeakMap<object, string>();

/** Marks a source object with its GraphQL type, for fields that return an interface. */
export function asNode<T extends object>(type: string, source: T): T {
  nodeTypes.set(source, type);
  return source;
}

/** The GraphQL type an object was marked with. */
export function nodeTypeOf(source: unknown): string | undefined {
  return typeof source === 'object' && source !== null ? nodeTypes.get(source) : undefined;
}
