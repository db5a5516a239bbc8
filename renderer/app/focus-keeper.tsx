import { useEffect, useRef, type ReactNode } from 'react';
import { focusHome } from '../ui/focus-home.ts';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), [tabindex="0"]';

/** Rows that keys lead to one by one. */
const ROW = '[tabindex="-1"]:not(h1)';
/** A page, a sheet, the rail: what is left of one is no neighbourhood. */
const WHOLE = '[data-page], [role="dialog"], nav, aside';

interface Place {
  readonly element: HTMLElement;
  /** From the inside out, up to the keeper. */
  readonly around: readonly Element[];
  readonly x: number;
  readonly y: number;
}

/**
 * Keeps the focus in sight when what has it goes away: a row that leaves its list hands it to the one that takes its
 * place, a button that is disabled for a while has it back afterwards, and where nothing near is left it goes to the
 * view's home.
 */
export function FocusKeeper({
  className,
  children,
}: {
  readonly className: string;
  readonly children: ReactNode;
}) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current ? keepFocus(root.current) : undefined), []);
  return (
    <div ref={root} className={className}>
      {children}
    </div>
  );
}

function keepFocus(root: HTMLElement): () => void {
  let place: Place | null = null;

  const remember = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement) place = placeOf(target, root);
  };
  /** Left on purpose, not taken away: it need not come back. */
  const leave = ({ target }: FocusEvent): void =>
    queueMicrotask(() => {
      if (target === place?.element && canHaveFocus(place?.element) && document.activeElement !== target)
        place = null;
    });
  const forget = (): void => {
    place = null;
  };
  const mend = (): void => {
    if (place === null || document.activeElement !== document.body) return;
    const { element, around, x, y } = place;
    if (canHaveFocus(element)) return element.focus();
    if (element.isConnected) return;
    // Of a whole page that went nothing near is left.
    const inside = around.find((one) => one.isConnected && one.parentElement?.closest(WHOLE));
    const near = inside && nearest(inside, element, x, y);
    if (near) near.focus();
    else focusHome();
  };

  const observer = new MutationObserver(mend);
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', remember);
  root.addEventListener('focusout', leave);
  document.addEventListener('pointerdown', forget, true);
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', remember);
    root.removeEventListener('focusout', leave);
    document.removeEventListener('pointerdown', forget, true);
  };
}

function placeOf(element: HTMLElement, root: HTMLElement): Place {
  const around: Element[] = [];
  for (let one = element.parentElement; one && one !== root; one = one.parentElement) around.push(one);
  const { x, y } = element.getBoundingClientRect();
  return { element, around, x, y };
}

const canHaveFocus = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled');

/** Where the row was, the next one now stands; a row gives way to a row, a control to a control. */
function nearest(inside: Element, lost: HTMLElement, x: number, y: number): HTMLElement | null {
  const distance = (one: Element): number => {
    const box = one.getBoundingClientRect();
    return Math.hypot(box.x - x, box.y - y);
  };
  const alike = lost.matches(ROW) ? inside.querySelectorAll<HTMLElement>(ROW) : [];
  const all = [...(alike.length > 0 ? alike : inside.querySelectorAll<HTMLElement>(FOCUSABLE))].filter(
    (one) => one.checkVisibility(),
  );
  return all.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
