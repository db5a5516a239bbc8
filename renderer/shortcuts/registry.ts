import type { ErrorType } from '../../shared/domain/error-type.ts';

/**
 * Where a binding works. everywhere: also over a sheet · pages: on every page · board … stores: on that page · orders: where orders are
 * listed, beside the page's own · sheet:
 * on any sheet that lies over a page · plan, run, import: on that sheet · help: while the overview of keys is open.
 */
export const SHORTCUT_SCOPES = [
  'help',
  'plan',
  'run',
  'import',
  'sheet',
  'board',
  'group',
  'orders',
  'outbox',
  'history',
  'reports',
  'stores',
  'pages',
  'everywhere',
] as const;
export type ShortcutScope = (typeof SHORTCUT_SCOPES)[number];

/** Scopes that cover the page under them: its own keys rest meanwhile. */
export const SHEET_SCOPES: ReadonlySet<ShortcutScope> = new Set(['sheet', 'plan', 'run', 'import']);

interface Binding {
  readonly scope: ShortcutScope;
  /**
   * Any of these does it, the first is the one that is shown. Each is one chord (`a`, `Space`, `Control+Enter`) or two
   * keys after one another (`g t`). `Control` is the command key on a Mac.
   */
  readonly keys: readonly [string, ...string[]];
}

/**
 * Every type at its own place and under its own key, in the order of the platform's help article: a tile that moved
 * with its count would move under the pointer.
 */
export const TYPE_SHORTCUTS = {
  product_not_linked: 'board.product_not_linked',
  product_not_found: 'board.product_not_found',
  no_shippable_product: 'board.no_shippable_product',
  awaiting_global_e_approval: 'board.awaiting_global_e_approval',
  payment_pending: 'board.payment_pending',
  destination_not_whitelisted: 'board.destination_not_whitelisted',
  order_cancelled: 'board.order_cancelled',
  order_already_fulfilled: 'board.order_already_fulfilled',
  ignored_by_tag: 'board.ignored_by_tag',
  postal_code_missing: 'board.postal_code_missing',
  postal_code_invalid: 'board.postal_code_invalid',
  address_incomplete: 'board.address_incomplete',
  address_too_long: 'board.address_too_long',
  contact_invalid: 'board.contact_invalid',
  shipping_method_unmapped: 'board.shipping_method_unmapped',
  pickup_point_missing: 'board.pickup_point_missing',
  tax_id_missing: 'board.tax_id_missing',
  out_of_stock: 'board.out_of_stock',
  duplicate_order: 'board.duplicate_order',
  unknown: 'board.unknown',
} as const satisfies Record<ErrorType, string>;

/** Every binding of every screen; what it does stands in the catalogs under its id. */
export const SHORTCUTS = {
  'help.close': { scope: 'help', keys: ['Escape'] },

  'plan.commit': { scope: 'plan', keys: ['Control+Enter'] },
  'import.start': { scope: 'import', keys: ['Control+Enter'] },
  'run.undo': { scope: 'run', keys: ['Control+z'] },
  'run.undoNow': { scope: 'run', keys: ['Control+Enter'] },
  'run.report': { scope: 'run', keys: ['r'] },
  'run.pause': { scope: 'run', keys: ['p'] },
  'run.first': { scope: 'run', keys: ['f'] },
  'run.schedule': { scope: 'run', keys: ['c'] },
  'run.retry': { scope: 'run', keys: ['t'] },
  'run.goOn': { scope: 'run', keys: ['g'] },
  'run.cancel': { scope: 'run', keys: ['x'] },
  'sheet.close': { scope: 'sheet', keys: ['Escape'] },

  'board.next': { scope: 'board', keys: ['j', 'ArrowDown'] },
  'board.previous': { scope: 'board', keys: ['k', 'ArrowUp'] },
  'board.review': { scope: 'board', keys: ['f'] },
  'board.allCauses': { scope: 'board', keys: ['a'] },
  'board.product_not_linked': { scope: 'board', keys: ['1'] },
  'board.product_not_found': { scope: 'board', keys: ['2'] },
  'board.no_shippable_product': { scope: 'board', keys: ['3'] },
  'board.awaiting_global_e_approval': { scope: 'board', keys: ['4'] },
  'board.payment_pending': { scope: 'board', keys: ['5'] },
  'board.destination_not_whitelisted': { scope: 'board', keys: ['6'] },
  'board.order_cancelled': { scope: 'board', keys: ['7'] },
  'board.order_already_fulfilled': { scope: 'board', keys: ['8'] },
  'board.ignored_by_tag': { scope: 'board', keys: ['9'] },
  'board.postal_code_missing': { scope: 'board', keys: ['0'] },
  'board.postal_code_invalid': { scope: 'board', keys: ['e 1'] },
  'board.address_incomplete': { scope: 'board', keys: ['e 2'] },
  'board.address_too_long': { scope: 'board', keys: ['e 3'] },
  'board.contact_invalid': { scope: 'board', keys: ['e 4'] },
  'board.shipping_method_unmapped': { scope: 'board', keys: ['e 5'] },
  'board.pickup_point_missing': { scope: 'board', keys: ['e 6'] },
  'board.tax_id_missing': { scope: 'board', keys: ['e 7'] },
  'board.out_of_stock': { scope: 'board', keys: ['e 8'] },
  'board.duplicate_order': { scope: 'board', keys: ['e 9'] },
  'board.unknown': { scope: 'board', keys: ['u'] },

  'orders.next': { scope: 'orders', keys: ['j', 'ArrowDown'] },
  'orders.previous': { scope: 'orders', keys: ['k', 'ArrowUp'] },
  'orders.pageDown': { scope: 'orders', keys: ['PageDown'] },
  'orders.pageUp': { scope: 'orders', keys: ['PageUp'] },
  'orders.first': { scope: 'orders', keys: ['Home'] },
  'orders.last': { scope: 'orders', keys: ['End'] },
  'orders.open': { scope: 'orders', keys: ['Enter'] },
  'orders.select': { scope: 'orders', keys: ['Space'] },
  'orders.selectRange': { scope: 'orders', keys: ['Shift+Space'] },
  'orders.selectAll': { scope: 'orders', keys: ['a'] },
  'orders.clear': { scope: 'orders', keys: ['d'] },
  'orders.review': { scope: 'orders', keys: ['f'] },
  'orders.snooze': { scope: 'orders', keys: ['z'] },
  'orders.dismiss': { scope: 'orders', keys: ['x'] },
  'group.playbook': { scope: 'group', keys: ['p'] },
  'group.causes': { scope: 'group', keys: ['c'] },
  'orders.list': { scope: 'orders', keys: ['l'] },
  'orders.sort': { scope: 'orders', keys: ['o'] },
  'orders.back': { scope: 'orders', keys: ['Escape'] },
  'group.nextTab': { scope: 'group', keys: ['ArrowRight'] },
  'group.previousTab': { scope: 'group', keys: ['ArrowLeft'] },

  'outbox.next': { scope: 'outbox', keys: ['j', 'ArrowDown'] },
  'outbox.previous': { scope: 'outbox', keys: ['k', 'ArrowUp'] },
  'outbox.offline': { scope: 'outbox', keys: ['o'] },
  'outbox.pause': { scope: 'outbox', keys: ['p'] },
  'outbox.retry': { scope: 'outbox', keys: ['r'] },
  'outbox.cancel': { scope: 'outbox', keys: ['x'] },
  'outbox.retryAlike': { scope: 'outbox', keys: ['Shift+R'] },
  'outbox.cancelAlike': { scope: 'outbox', keys: ['Shift+X'] },
  'outbox.mine': { scope: 'outbox', keys: ['m'] },
  'outbox.theirs': { scope: 'outbox', keys: ['h'] },
  'outbox.chosen': { scope: 'outbox', keys: ['f'] },

  'history.export': { scope: 'history', keys: ['Control+Enter'] },
  'reports.export': { scope: 'reports', keys: ['Control+Enter'] },
  'stores.connect': { scope: 'stores', keys: ['n'] },

  'pages.search': { scope: 'pages', keys: ['/'] },
  'pages.sync': { scope: 'pages', keys: ['s'] },
  'pages.triage': { scope: 'pages', keys: ['g t'] },
  'pages.outbox': { scope: 'pages', keys: ['g o'] },
  'pages.history': { scope: 'pages', keys: ['g h'] },
  'pages.reports': { scope: 'pages', keys: ['g r'] },
  'pages.stores': { scope: 'pages', keys: ['g s'] },
  'pages.import': { scope: 'pages', keys: ['g i'] },
  'pages.nextStore': { scope: 'pages', keys: ['.'] },
  'pages.previousStore': { scope: 'pages', keys: [','] },

  'everywhere.theme': { scope: 'everywhere', keys: ['v t'] },
  'everywhere.language': { scope: 'everywhere', keys: ['v l'] },
  'everywhere.help': { scope: 'everywhere', keys: ['?'] },
} as const satisfies Record<string, Binding>;

export type ShortcutId = keyof typeof SHORTCUTS;
export const SHORTCUT_IDS: readonly ShortcutId[] = Object.keys(SHORTCUTS).filter(isShortcutId);

function isShortcutId(name: string): name is ShortcutId {
  return Object.hasOwn(SHORTCUTS, name);
}

const PAGES: ReadonlySet<ShortcutScope> = new Set([
  'board',
  'group',
  'orders',
  'outbox',
  'history',
  'reports',
  'stores',
  'pages',
]);
const ORDER_LISTS: ReadonlySet<ShortcutScope> = new Set(['group', 'orders']);

/** Whether bindings of both scopes can listen at the same moment. The overview of keys goes before all others. */
export function overlaps(a: ShortcutScope, b: ShortcutScope): boolean {
  if (a === b || a === 'everywhere' || b === 'everywhere') return true;
  if (a === 'help' || b === 'help') return false;
  if (ORDER_LISTS.has(a) && ORDER_LISTS.has(b)) return true;
  const [onPage, onSheet] = [PAGES, SHEET_SCOPES].map((set) => set.has(a) && set.has(b));
  if (onPage === true) return a === 'pages' || b === 'pages';
  return onSheet === true && (a === 'sheet' || b === 'sheet');
}

/** `aria-keyshortcuts` of a binding; it has no word for keys after one another (WAI-ARIA 1.2), those stay out. */
export function ariaKeys(id: ShortcutId): string | undefined {
  const chords = SHORTCUTS[id].keys.filter((keys) => !keys.includes(' '));
  return chords.length === 0 ? undefined : chords.join(' ');
}
