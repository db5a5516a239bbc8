import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import { FIX_KINDS, type FixKind } from '../../../shared/domain/fix.ts';
import type { PlanScope } from '../../../shared/contract/methods.ts';

/** A fix that is being worked out for some orders and not committed yet. */
export interface ReviewDraft {
  readonly fix: FixKind;
  readonly scope: PlanScope;
  readonly params: Readonly<Record<string, string>>;
  /** What the orders are stuck for: decides which other fixes are offered. */
  readonly errorTypes: readonly ErrorType[];
}

interface Review {
  readonly draft: ReviewDraft | null;
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
});

/** Keeps the draft; a reload or a crash of the page brings it back. */
export function ReviewProvider({ children }: { readonly children: ReactNode }) {
  const [draft, setDraft] = useState(readDraft);
  const value = useMemo((): Review => {
    const keep = (next: ReviewDraft | null): void => {
      setDraft(next);
      if (next === null) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, JSON.stringify(next));
    };
    return {
      draft,
      review: ({ fix, scope, params = {}, errorTypes = [] }) => keep({ fix, scope, params, errorTypes }),
      change: (change) => {
        if (draft) keep({ ...draft, ...change });
      },
      close: () => keep(null),
    };
  }, [draft]);
  return <ReviewContext value={value}>{children}</ReviewContext>;
}

export function useReview(): Review {
  const review = use(ReviewContext);
  if (!review) throw new Error('useReview outside of ReviewProvider.');
  return review;
}

function readDraft(): ReviewDraft | null {
  try {
    const parsed = savedDraft.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
