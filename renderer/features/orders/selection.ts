/** Which orders of a list are chosen: some by id, or all that match but some. Ids that leave the list stay harmless. */
export type Selection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<number> };

export const NONE: Selection = { kind: 'some', ids: new Set() };
export const ALL: Selection = { kind: 'all', except: new Set() };

export const isSelected = (selection: Selection, id: number): boolean =>
  selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id);

/** The chosen ones of `ids`, in their order: what a plan is made for. */
export const selectedOf = (selection: Selection, ids: Uint32Array): number[] =>
  [...ids].filter((id) => isSelected(selection, id));

/** Chooses or drops some orders, leaving the others as they are. */
export function setSelected(selection: Selection, ids: Iterable<number>, on: boolean): Selection {
  const listed = new Set(selection.kind === 'some' ? selection.ids : selection.except);
  for (const id of ids) {
    if (on === (selection.kind === 'some')) listed.add(id);
    else listed.delete(id);
  }
  return selection.kind === 'some' ? { kind: 'some', ids: listed } : { kind: 'all', except: listed };
}

/** The orders from one row to another, both included, whichever comes first. */
export function between(ids: Uint32Array, from: number, to: number): number[] {
  const a = ids.indexOf(from);
  const b = ids.indexOf(to);
  if (a === -1 || b === -1) return b === -1 ? [] : [to];
  return [...ids.subarray(Math.min(a, b), Math.max(a, b) + 1)];
}
