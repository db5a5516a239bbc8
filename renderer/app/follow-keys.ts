/**
 * Marks the page (`data-keys` on its root) while it is worked by keys: what the page itself gives the focus to, such as
 * a view's heading, shows a ring then, and to nobody who only opened it or uses a pointer. Where focus was put by a
 * person the browser decides (`:focus-visible`).
 */
export function followKeys(root: HTMLElement): void {
  const mark = ({ key }: KeyboardEvent): void => {
    if (!MODIFIERS.has(key)) root.setAttribute('data-keys', '');
  };
  addEventListener('keydown', mark, true);
  addEventListener('pointerdown', () => root.removeAttribute('data-keys'), true);
}

/** Held while a pointer is used, too. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);
