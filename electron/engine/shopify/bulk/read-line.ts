import { z } from 'zod';
import { misfit } from '../decode/misfit.ts';
import type { BulkPart } from './bulk-form.ts';

/** Shopify's own name, in every line that is nested. */
const PARENT = '__parentId';
const nested = z.object({ [PARENT]: z.string() });
const identified = z.object({ id: z.string() });

/** Reads a line as a root, or as a child where it names its parent. */
export function readLine<Root extends { readonly id: string }, Child>(
  line: string,
  { root, child }: { readonly root: z.ZodType<Root>; readonly child: (id: string) => z.ZodType<Child> },
): BulkPart<Root, Child> {
  const value = parseJson(line);
  if (value === undefined) return unparsed(line);
  const id = identified.safeParse(value).data?.id ?? null;
  const parent = nested.safeParse(value).data?.[PARENT] ?? null;
  if (parent !== null) {
    const decoded = child(id ?? '').safeParse(value);
    return decoded.success
      ? { kind: 'child', parent, value: decoded.data }
      : { kind: 'unread', id: null, parent, trouble: misfit(decoded.error) };
  }
  const decoded = root.safeParse(value);
  return decoded.success
    ? { kind: 'root', id: decoded.data.id, value: decoded.data }
    : { kind: 'unread', id, parent, trouble: misfit(decoded.error) };
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
