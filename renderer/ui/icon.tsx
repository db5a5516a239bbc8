const PATHS = {
  // The shape of resources/icons/icon.svg: a bar broken in two, an arrow through the gap.
  mark: 'M7.300 2v2.300M7.300 11.700V14M1.800 8h12.400M10.200 4l4 4-4 4',
  triage: 'M2.5 3h4v10h-4zM9.5 3h4v6h-4z',
  stores:
    'M2.500 6.500 3.500 3h9l1 3.500M2.500 6.500a1.830 1.830 0 0 0 3.670 0 1.830 1.830 0 0 0 3.660 0 1.830 1.830 0 0 0 3.670 0M3.500 8.500V13h9V8.500',
  outbox: 'M2 9l2-6h8l2 6v4H2zM2 9h4l1 2h2l1-2h4',
  history: 'M2.500 8a5.500 5.500 0 1 0 1.600-3.900M2.500 2.500v2.800h2.800M8 5v3.200l2 1.300',
  reports: 'M4 2h6l3 3v9H4zM6.500 8h4M6.500 11h4',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1.500v1M8 13.500v1M1.500 8h1M13.500 8h1M3.400 3.400l.7.7M11.900 11.900l.7.7M3.400 12.600l.7-.7M11.900 4.100l.7-.7',
  moon: 'M13 9.500A5.500 5.500 0 0 1 6.500 3 5.500 5.500 0 1 0 13 9.500z',
  back: 'M9.500 3.500 5 8l4.500 4.500',
  external: 'M6 4H3.500v8.500H12V10M8.500 3H13v4.500M13 3 7 9',
  keyboard: 'M1.500 4h13v8h-13zM4 6.500h.1M7 6.500h.1M10 6.500h.1M12.500 6.500h.1M5 9.500h6',
  tick: 'M3 8.500l3.500 3.500L13 4.500',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

/** A line drawing of 16 units in the colour of its text; decoration only, the words beside it say the same. */
export function Icon({ name, size = 15 }: { readonly name: keyof typeof PATHS; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'mark' ? 2.4 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
