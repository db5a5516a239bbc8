/** One text for each value that a line of the history tells of: `say('zip', 'D02 X285', 'T12 AB34')`. */
export function changedValues(
  before: unknown,
  after: unknown,
  say: (key: string, before: string, after: string) => string,
): readonly string[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => was.get(key) !== is.get(key))
    .map((key) => say(key, shown(was.get(key)), shown(is.get(key))));
}

/** What a write wants is under `set`; a run's line has counts, which are said otherwise. */
function valuesOf(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null || 'writes' in value) return new Map();
  const values: unknown = 'set' in value ? value.set : value;
  if (typeof values !== 'object' || values === null) return new Map();
  return new Map(
    Object.entries(values).flatMap(([key, one]: [string, unknown]) => {
      const text = textOf(one);
      return text === null ? [] : [[key, text] as const];
    }),
  );
}

function textOf(value: unknown): string | null {
  if (value === null || value === '') return '';
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(', ');
  if (typeof value === 'object') {
    const parts = Object.values(value).flatMap((one: unknown) => textOf(one) ?? []);
    return parts.filter((part) => part !== '').join(' ');
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}

const shown = (text: string | undefined): string => (text === undefined || text === '' ? '–' : text);
