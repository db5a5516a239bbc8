import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** A file too large to be checked at every start is checked when damage was met in it. */
const noteOf = (file: string): string => `${file}.suspect`;

/** Damage was met while working: the next start looks at the whole file. */
export function suspect(file: string): void {
  try {
    writeFileSync(noteOf(file), '');
  } catch {
    // The disk that fails to read may fail to write; the next damage will be met all the same.
  }
}

export function isSuspect(file: string): boolean {
  return existsSync(noteOf(file));
}

export function clearSuspicion(file: string): void {
  rmSync(noteOf(file), { force: true });
}
