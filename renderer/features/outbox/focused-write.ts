const ROW = '[data-write]';

/** Runs only while the write's row has the focus; else leaves the key to the row that has it. */
export function onFocusedWrite(id: number, run: () => void): () => boolean {
  return () => {
    if (document.activeElement?.closest(ROW)?.getAttribute('data-write') !== String(id)) return false;
    run();
    return true;
  };
}

/** What makes a row one that {@link stepWrites} leads to. */
export const writeRow = (id: number) => ({ 'data-write': id, tabIndex: -1 });

/** Moves the focus to the next or previous write in sight; from elsewhere to the first. */
export function stepWrites(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}
