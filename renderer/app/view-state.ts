import { z } from 'zod';
import { orderSortSchema, type OrderSort } from '../../shared/contract/methods.ts';
import type { GroupCounts } from '../../shared/contract/rows.ts';
import { ERROR_TYPES, type ErrorType } from '../../shared/domain/error-type.ts';

/** The places of the console that the rail leads to. */
export const RAIL_PAGES = ['triage', 'outbox', 'history', 'reports', 'stores'] as const;
export type RailPage = (typeof RAIL_PAGES)[number];
export const PAGES = [...RAIL_PAGES, 'search'] as const;
export type Page = (typeof PAGES)[number];

/** The parts of an error type's orders. */
export const GROUP_TABS = [
  'stuck',
  'predictedFixed',
  'missCutoff',
  'snoozed',
  'dismissed',
] as const satisfies readonly (keyof GroupCounts)[];
export type GroupTab = (typeof GROUP_TABS)[number];

/** What the page shows: everything of it that a reload, a bookmark and the back button keep. */
export interface View {
  readonly page: Page;
  /** The run whose sheet is open; null: none. */
  readonly run: string | null;
  /** Whether the sheet that imports files is open. */
  readonly importing: boolean;
  /** null: the board. Stays while one searches: what one comes back to. */
  readonly type: ErrorType | null;
  readonly tab: GroupTab;
  /** The search; null: nothing is searched for. */
  readonly q: string | null;
  /** null: all stores. */
  readonly store: string | null;
  readonly cause: string | null;
  readonly order: number | null;
  /** null: as the list has it by itself. */
  readonly sort: OrderSort | null;
  /** The days that the report page opens with (`YYYY-MM-DD`); null: its own choice. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

export const BOARD: View = {
  page: 'triage',
  run: null,
  importing: false,
  type: null,
  tab: 'stuck',
  q: null,
  store: null,
  cause: null,
  order: null,
  sort: null,
  period: null,
};

const periodSchema = z.object({ from: z.iso.date(), to: z.iso.date() }).readonly();
const pageSchema = z.enum(PAGES);
const tabSchema = z.enum(GROUP_TABS);
const typeSchema = z.enum(ERROR_TYPES);
const orderSchema = z.coerce.number().int().positive();

/** Reads `?type=…&cause=…`; what does not parse is as if it were not there. */
export function parseView(search: string): View {
  const params = new URLSearchParams(search);
  const type = typeSchema.safeParse(params.get('type')).data ?? null;
  const order = orderSchema.safeParse(params.get('order') ?? undefined).data ?? null;
  const page = pageSchema.safeParse(params.get('page')).data ?? 'triage';
  return {
    page,
    run: params.get('run') || null,
    importing: params.get('import') === 'open',
    type,
    tab: (type === null ? null : tabSchema.safeParse(params.get('tab')).data) ?? 'stuck',
    q: page === 'search' ? params.get('q') || null : null,
    store: params.get('store') || null,
    cause: type === null ? null : params.get('cause') || null,
    order: type === null && page !== 'search' ? null : order,
    sort: orderSortSchema.safeParse(params.get('sort')).data ?? null,
    period: periodSchema.safeParse({ from: params.get('from'), to: params.get('to') }).data ?? null,
  };
}

/** `search` with its view replaced by `view`; parameters that are none of the view's (theme, language) stay. */
export function withView(search: string, view: View): string {
  const params = new URLSearchParams(search);
  const entries = {
    page: view.page === 'triage' ? null : view.page,
    run: view.run,
    import: view.importing ? 'open' : null,
    type: view.type,
    tab: view.tab === 'stuck' ? null : view.tab,
    q: view.q,
    store: view.store,
    cause: view.cause,
    order: view.order === null ? null : String(view.order),
    sort: view.sort,
    from: view.period?.from ?? null,
    to: view.period?.to ?? null,
  };
  for (const [name, value] of Object.entries(entries)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
