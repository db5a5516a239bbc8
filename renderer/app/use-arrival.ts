import { type RefObject, useEffect } from 'react';

let isFirst = true;

/**
 * Takes the focus when the view was just changed and it is nowhere, or on the view's heading: the next key then goes to
 * what one came for. The page's own start leaves the focus to the browser.
 */
export function useArrival(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    const at = document.activeElement;
    if (at === null || at === document.body || at.matches('h1')) ref.current?.focus({ preventScroll: true });
  }, [ref]);
}
