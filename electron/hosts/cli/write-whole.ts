import { randomUUID } from 'node:crypto';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { badArgument, callerPath } from './arguments.ts';

/**
 * Writes the file of `--out`, all or nothing: it is never half there, and what was there stays if it cannot be replaced.
 * A link is followed, and what is no file (`/dev/stdout`, a pipe) is written to, never replaced.
 * @throws UnstuckError `bad_input`
 */
export function writeWhole(file: string, text: string): void {
  const path = callerPath(file);
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) replace(path, text);
    else if (found.isFile()) replace(realpathSync(path), text);
    else writeFileSync(path, text);
  } catch {
    throw badArgument('--out', `${file} cannot be written; check that its folder exists and is writable.`);
  }
}

function replace(path: string, text: string): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { mode: 0o600 });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
