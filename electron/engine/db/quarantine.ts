import { copyFileSync, existsSync, rmSync } from 'node:fs';

/** A database is its file and, while one is open or after a crash, its write-ahead log. */
const PARTS = ['', '-wal', '-shm'] as const;

/**
 * Copies a damaged database aside, as `<file>.damaged-<time>`, for whoever may want to look into it. The original stays
 * until something takes its place: a crash in between loses nothing.
 * @param now UTC ms
 * @returns the copy's path
 */
export function copyAside(file: string, now: number): string {
  const aside = `${file}.damaged-${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}`;
  for (const part of PARTS) if (existsSync(file + part)) copyFileSync(file + part, aside + part);
  return aside;
}

/** Deletes a database with its log. */
export function removeDatabase(file: string): void {
  // The log first: left behind, it would be applied to the file that comes next.
  for (const part of PARTS.toReversed()) rmSync(file + part, { force: true });
}
