import type { Answer } from '../attempt.ts';
import { graphqlErrors } from '../graphql-errors.ts';

/** One operation with its variables; what decodes its answer is somebody else's business. */
export interface Operation {
  readonly document: { readonly name: string; readonly text: string };
  readonly variables: object;
}

/** A document's text as all of ours are: one operation, its variables, one root field. */
const SHAPE = /^\s*(?:#graphql\s)?\s*(query|mutation)\s+\w+\s*(?:\(([^)]*)\))?\s*\{\s*((\w+)[\s\S]*)\}\s*$/;

interface Parts {
  readonly kind: string;
  readonly definitions: string;
  readonly body: string;
  readonly rootField: string;
}

const known = new Map<string, Parts>();

function partsOf({ name, text }: Operation['document']): Parts {
  const earlier = known.get(text);
  if (earlier) return earlier;
  const [, kind, definitions = '', body, rootField] = SHAPE.exec(text) ?? [];
  if (kind === undefined || body === undefined || rootField === undefined)
    throw new Error(`${name} is not one operation with one root field.`);
  const parts = { kind, definitions, body, rootField };
  known.set(text, parts);
  return parts;
}

/** Whether it takes effect (`mutation`) or only reads (`query`). */
export const kindOf = ({ document }: Operation): string => partsOf(document).kind;

const aliasOf = (at: number): string => `a${at}`;

/**
 * Several operations of one kind as one document: each root field under an alias of its own, each variable under a name
 * of its own. Shopify carries the root fields of a mutation out one after the other, in this order (GraphQL
 * specification, 6.2.2), each with its own userErrors.
 */
export function compose(operations: readonly Operation[]): {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
} {
  const names = [...new Set(operations.map(({ document }) => document.name))];
  const all = operations.map(({ document }, at) => {
    const { definitions, body } = partsOf(document);
    const own = (text: string): string => text.replaceAll(/\$(\w+)/g, `$$$1_${at}`).trim();
    return { definitions: own(definitions), field: `${aliasOf(at)}: ${own(body)}` };
  });
  const definitions = all.flatMap((each) => (each.definitions === '' ? [] : [each.definitions]));
  const [first] = operations;
  const kind = first ? kindOf(first) : 'query';
  return {
    text: `${kind} Together_${names.join('_')}${definitions.length > 0 ? `(${definitions.join(', ')})` : ''} {
${all.map(({ field }) => field).join('\n')}
}`,
    variables: Object.fromEntries(
      operations.flatMap(({ variables }, at) =>
        Object.entries(variables).map(([name, value]: [string, unknown]) => [`${name}_${at}`, value]),
      ),
    ),
  };
}

/**
 * What the answer to composed operations says of the one at place `at`, as if it had been sent alone: its part of the
 * data, and the errors whose path leads to it or that name no path.
 */
export function partOf(answer: Answer, { document }: Operation, at: number): Answer {
  const alias = aliasOf(at);
  const { data } = answer;
  const own =
    typeof data === 'object' && data !== null
      ? {
          [partsOf(document).rootField]:
            alias in data ? Object.entries(data).find(([key]) => key === alias)?.[1] : undefined,
        }
      : data;
  const errors: readonly unknown[] = Array.isArray(answer.errors) ? answer.errors : [];
  const ownErrors = errors.filter((error) => {
    const path = graphqlErrors([error])[0]?.path ?? [];
    return path.length === 0 || path[0] === alias;
  });
  return {
    ...answer,
    data: own,
    errors: Array.isArray(answer.errors) ? ownErrors : answer.errors,
  };
}
