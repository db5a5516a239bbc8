import type { z } from 'zod';
import { misfit } from '../decode/misfit.ts';
import type { BulkPart } from './bulk-form.ts';

/** How the lines of one kind of file are read. `usual…`: the same without a schema where nothing is unusual, else null. */
interface LineReader<Root, Child> {
  readonly root: z.ZodType<Root>;
  readonly usualRoot?: (value: unknown) => Root | null;
  readonly child: (id: string) => z.ZodType<Child>;
  readonly usualChild?: (id: string, value: unknown) => Child | null;
}

/** Reads a line as a root, or as a child where it names its parent. */
export function readLine<Root extends { readonly id: string }, Child>(
  line: string,
  { root, usualRoot, child, usualChild }: LineReader<Root, Child>,
): BulkPart<Root, Child> {
  const value = parseJson(line);
  if (value === undefined) return unparsed(line);
  const { id, parent } = namesOf(value);
  if (parent !== null) {
    const usual = usualChild?.(id ?? '', value) ?? null;
    if (usual !== null) return { kind: 'child', parent, value: usual };
    const decoded = child(id ?? '').safeParse(value);
    return decoded.success
      ? { kind: 'child', parent, value: decoded.data }
      : { kind: 'unread', id: null, parent, trouble: misfit(decoded.error) };
  }
  const usual = usualRoot?.(value) ?? null;
  if (usual !== null) return { kind: 'root', id: usual.id, value: usual };
  const decoded = root.safeParse(value);
  return decoded.success
    ? { kind: 'root', id: decoded.data.id, value: decoded.data }
    : { kind: 'unread', id, parent, trouble: misfit(decoded.error) };
}

/** Shopify's own name, in every line that is nested. */
const PARENT = '__parentId';

function namesOf(value: unknown): { readonly id: string | null; readonly parent: string | null } {
  return { id: textAt(value, 'id'), parent: textAt(value, PARENT) };
}

function textAt(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : null;
}

/** What a line that is damaged still says of itself: ids stand at its beginning, parents at its end. */
function unparsed(line: string): Extract<BulkPart<never, never>, { kind: 'unread' }> {
  const id = /^\{"id":"(gid:[^"]+)"/.exec(line)?.[1] ?? null;
  const parent = /"__parentId":"(gid:[^"]+)"/.exec(line)?.[1] ?? null;
  return { kind: 'unread', id: parent === null ? id : null, parent, trouble: { code: 'line_damaged' } };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
