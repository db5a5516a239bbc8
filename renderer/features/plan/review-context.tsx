import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import { FIX_KINDS, type FixKind } from '../../../shared/domain/fix.ts';
import type { PlanScope } from '../../../shared/contract/methods.ts';
import { useFormDrafts } from '../../app/form-drafts.tsx';
import { useView } from '../../app/view-context.tsx';
import { GROUP_TABS, PAGES, type View } from '../../app/view-state.ts';

/** A fix that is being worked out for some orders and not committed yet. */
export interface ReviewDraft {
  readonly fix: FixKind;
  readonly scope: PlanScope;
  readonly params: Readonly<Record<string, string>>;
  /** What the orders are stuck for: decides which other fixes are offered. */
  readonly errorTypes: readonly ErrorType[];
  /** Where it was opened, and where its sheet shows: elsewhere it waits. */
  readonly at: DraftPlace;
}

type DraftPlace = Pick<View, 'page' | 'type' | 'tab' | 'q' | 'store' | 'cause'>;

interface Review {
  readonly draft: ReviewDraft | null;
  /** Whether its sheet lies over the view. */
  readonly isOpen: boolean;
  /** Opens the plan sheet. */
  readonly review: (draft: {
    readonly fix: FixKind;
    readonly scope: PlanScope;
    readonly params?: Readonly<Record<string, string>>;
    readonly errorTypes?: readonly ErrorType[];
  }) => void;
  readonly change: (change: Partial<Pick<ReviewDraft, 'fix' | 'params'>>) => void;
  readonly close: () => void;
}

const ReviewContext = createContext<Review | null>(null);

/** Under which its sheet's fields keep what is typed and not taken yet. */
export const PLAN_FORM = 'plan';

const KEY = 'unstuck.draft';
const savedDraft = z.object({
  fix: z.enum(FIX_KINDS),
  scope: z.union([
    z.object({ errorType: z.enum(ERROR_TYPES), storeId: z.string().optional() }),
    z.object({ orders: z.array(z.int()).min(1) }),
    z.object({ cause: z.string() }),
  ]),
  params: z.record(z.string(), z.string()),
  errorTypes: z.array(z.enum(ERROR_TYPES)),
  at: z.object({
    page: z.enum(PAGES),
    type: z.enum(ERROR_TYPES).nullable(),
    tab: z.enum(GROUP_TABS),
    q: z.string().nullable(),
    store: z.string().nullable(),
    cause: z.string().nullable(),
  }),
});

/** Keeps the draft; a reload or a crash of the page brings it back. */
export function ReviewProvider({ children }: { readonly children: ReactNode }) {
  const { view } = useView();
  const typed = useFormDrafts();
  const [draft, setDraft] = useState(readDraft);
  const value = useMemo((): Review => {
    const keep = (next: ReviewDraft | null): void => {
      setDraft(next);
      if (next === null) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, JSON.stringify(next));
    };
    return {
      draft,
      isOpen:
        draft !== null &&
        draft.at.page === view.page &&
        draft.at.type === view.type &&
        draft.at.store === view.store,
      review: ({ fix, scope, params = {}, errorTypes = [] }) => {
        typed.drop(PLAN_FORM);
        keep({ fix, scope, params, errorTypes, at: placeOf(view) });
      },
      change: (change) => {
        if (draft) keep({ ...draft, ...change });
      },
      close: () => {
        typed.drop(PLAN_FORM);
        keep(null);
      },
    };
  }, [draft, view, typed]);
  return <ReviewContext value={value}>{children}</ReviewContext>;
}

export function useReview(): Review {
  const review = use(ReviewContext);
  if (!review) throw new Error('useReview outside of ReviewProvider.');
  return review;
}

const placeOf = ({ page, type, tab, q, store, cause }: View): DraftPlace => ({
  page,
  type,
  tab,
  q,
  store,
  cause,
});

function readDraft(): ReviewDraft | null {
  try {
    const parsed = savedDraft.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
