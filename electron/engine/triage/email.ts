/** An address that mail can be sent to: one @, a domain with a dot, no spaces, commas or doubled dots. */
const EMAIL =
  /^[^\s@,;:<>()[\]"\\.]+(?:\.[^\s@,;:<>()[\]"\\.]+)*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[\p{L}\d-]{2,}$/u;

export function isEmail(value: string): boolean {
  return EMAIL.test(value.trim());
}

/** What was meant where slips of the hand alone spoil it: spaces, a comma for a dot, dots too many. null: not to be told. */
export function emailMeant(value: string): string | null {
  const tidied = value
    .replace(/^mailto:/i, '')
    .replaceAll(/[\s<>"]/g, '')
    .replaceAll(',', '.')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/^\.|\.$|\.(?=@)|(?<=@)\./g, '');
  return tidied !== value && isEmail(tidied) ? tidied : null;
}
