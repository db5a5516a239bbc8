import { createContext, type ReactNode, use, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useView } from '../../app/view-context.tsx';

/** Between two keys of somebody who types, ms: what lies between is not worth a search. */
const PAUSE_MS = 160;

interface Search {
  /** What is in the box: ahead of the address while somebody types. */
  readonly text: string;
  /** `isHeld`: an input method is still composing it. */
  readonly type: (text: string, isHeld: boolean) => void;
  /** Searches for what is in the box at once. */
  readonly submit: () => void;
  /** A box that goes with its view while it has the focus says where its caret stands; the next view's goes on there. */
  readonly handOver: (caret: number | null) => void;
  readonly takeOver: () => number | null;
}

const SearchContext = createContext<Search | null>(null);

/** What is searched for is in the address; what is being typed lies above the views, whose boxes come and go. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const { view, go, move } = useView();
  const [draft, setDraft] = useState<{ readonly text: string; readonly isHeld: boolean } | null>(null);
  const caret = useRef<number | null>(null);

  const commit = (text: string): void => {
    setDraft(null);
    const q = text.trim() === '' ? null : text;
    if (q === view.q) return;
    // One step back leads out of the search, however many letters it took.
    if (view.page === 'search') move({ q, order: null });
    else if (q !== null) go({ page: 'search', q, order: null, sort: null });
  };
  const commitTyped = useEffectEvent(commit);
  useEffect(() => {
    if (draft === null || draft.isHeld) return;
    const timer = setTimeout(() => commitTyped(draft.text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  const search: Search = {
    text: draft?.text ?? view.q ?? '',
    type: (text, isHeld) => setDraft({ text, isHeld }),
    submit: () => {
      if (draft) commit(draft.text);
    },
    handOver: (at) => {
      caret.current = at;
    },
    takeOver: () => {
      const at = caret.current;
      caret.current = null;
      return at;
    },
  };
  return <SearchContext value={search}>{children}</SearchContext>;
}

export function useSearch(): Search {
  const search = use(SearchContext);
  if (!search) throw new Error('useSearch outside of SearchProvider.');
  return search;
}
