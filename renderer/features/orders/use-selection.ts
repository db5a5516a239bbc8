import { useState } from 'react';
import { z } from 'zod';
import { NONE, type Selection } from './selection.ts';

const saved = z.object({ kind: z.enum(['some', 'all']), ids: z.array(z.int()) });

/** The selection of one list, kept through refetches, and through a crash or a reload of the page. */
export function useSelection(list: string): readonly [Selection, (next: Selection) => void] {
  const key = `unstuck.selection ${list}`;
  const [held, hold] = useState(() => ({ key, selection: read(key) }));
  // Another list in the same place has a selection of its own: “all” of one is not all of the next.
  const { selection } = held.key === key ? held : { selection: read(key) };
  if (held.key !== key) hold({ key, selection });
  const set = (next: Selection): void => {
    hold({ key, selection: next });
    const ids = [...(next.kind === 'some' ? next.ids : next.except)];
    if (next.kind === 'some' && ids.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify({ kind: next.kind, ids }));
  };
  return [selection, set];
}

function read(key: string): Selection {
  try {
    const parsed = saved.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    if (!parsed.success) return NONE;
    const ids = new Set(parsed.data.ids);
    return parsed.data.kind === 'some' ? { kind: 'some', ids } : { kind: 'all', except: ids };
  } catch {
    return NONE;
  }
}
