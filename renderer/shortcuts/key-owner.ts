const WRITING =
  'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';
const PRESSABLE = 'a[href], button, summary, input, [role="tab"], [role="button"], [role="checkbox"]';
const ARROWS = /^(Arrow(Up|Down|Left|Right)|PageUp|PageDown|Home|End)$/;

/** Whether the element with the focus has its own use for a chord, so that no shortcut may take it. */
export function ownsKey(element: Element | null, chord: string): boolean {
  if (!element) return false;
  if (element.matches(WRITING)) {
    if (chord === 'Escape') return element.matches('input[type="search"]:not(:placeholder-shown)');
    return !chord.startsWith('Control+') || /^Control\+[a-z]$/.test(chord);
  }
  const plain = chord.replace('Shift+', '');
  if (plain === 'Enter' || plain === 'Space') return element.closest(PRESSABLE) !== null;
  if (ARROWS.test(plain))
    return element.matches('[type="radio"]') || element.closest('[data-own-arrows]') !== null;
  return false;
}
