import type { Trouble } from '../../../../shared/domain/trouble.ts';
import type { BulkForm, BulkPart } from '../../shopify/bulk/bulk-form.ts';

interface TextLine {
  readonly text: string;
  /** The byte of the file behind it. */
  readonly end: number;
}

/** The lines so far of one order or product. */
interface Group {
  root: { readonly value: unknown } | null;
  readonly children: unknown[];
  /** Whether one of its lines does not fit. */
  isBroken: boolean;
  readonly lines: TextLine[];
}

/** Lines of a bulk operation's file that are taken in together. */
export interface Batch<Whole> {
  readonly form: BulkForm<unknown, unknown, Whole>;
  readonly groups: Map<string, Group>;
  readonly unread: { readonly id: string | null; readonly trouble: Trouble }[];
  roots: number;
  lines: number;
}

export function emptyBatch<Whole>(form: BulkForm<unknown, unknown, Whole>): Batch<Whole> {
  return { form, groups: new Map(), unread: [], roots: 0, lines: 0 };
}

export function addLine<Whole>(batch: Batch<Whole>, line: TextLine): void {
  const part = batch.form.read(line.text);
  batch.lines += 1;
  if (part.kind === 'root') batch.roots += 1;
  if (part.kind === 'unread') {
    if (part.parent === null) batch.roots += 1;
    batch.unread.push({ id: part.id ?? part.parent, trouble: part.trouble });
  }
  const id = part.kind === 'root' ? part.id : part.parent;
  if (id === null) return;
  let group = batch.groups.get(id);
  if (!group) {
    group = { root: null, children: [], isBroken: false, lines: [] };
    batch.groups.set(id, group);
  }
  addPart(group, part);
  group.lines.push(line);
}

/**
 * What of a batch is whole, together with the lines that earlier batches `kept`. `settled`: ids of which nothing needs
 * to be kept any more; `waiting`: lines of things of which some are still to come.
 */
export function sortOut<Whole>(
  { form, groups }: Batch<Whole>,
  kept: (id: string) => readonly TextLine[],
): {
  readonly wholes: readonly Whole[];
  readonly settled: readonly string[];
  readonly waiting: readonly { readonly id: string; readonly lines: readonly TextLine[] }[];
} {
  const wholes: Whole[] = [];
  const settled: string[] = [];
  const waiting: { id: string; lines: readonly TextLine[] }[] = [];
  for (const [id, group] of groups) {
    const earlier = kept(id);
    for (const { text } of earlier) addPart(group, form.read(text));
    const { root, children, isBroken, lines } = group;
    if (root && !isBroken && form.isComplete(root.value, children)) {
      wholes.push(form.assemble(root.value, children));
      if (earlier.length > 0) settled.push(id);
    } else {
      waiting.push({ id, lines });
    }
  }
  return { wholes, settled, waiting };
}

function addPart(group: Group, part: BulkPart<unknown, unknown>): void {
  if (part.kind === 'root') group.root = { value: part.value };
  else if (part.kind === 'child') group.children.push(part.value);
  else group.isBroken = true;
}
