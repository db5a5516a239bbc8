import { assertNever } from '../../shared/domain/assert-never.ts';
import type { ShortcutScope } from '../shortcuts/registry.ts';
import type { View } from './view-state.ts';

/** Whose bindings listen on the screen in sight, its own first, then those of every screen. */
export function screenScopes(
  view: Pick<View, 'page' | 'type' | 'run' | 'importing'>,
  isPlanOpen: boolean,
): readonly ShortcutScope[] {
  if (isPlanOpen) return ['plan', 'sheet', 'everywhere'];
  if (view.importing) return ['import', 'sheet', 'everywhere'];
  if (view.run !== null) return ['run', 'sheet', 'everywhere'];
  return [...pageScopes(view), 'pages', 'everywhere'];
}

function pageScopes({ page, type }: Pick<View, 'page' | 'type'>): readonly ShortcutScope[] {
  switch (page) {
    case 'triage':
      return type === null ? ['board'] : ['orders', 'group'];
    case 'search':
      return ['orders'];
    case 'outbox':
    case 'history':
    case 'reports':
    case 'stores':
      return [page];
    default:
      return assertNever(page);
  }
}
