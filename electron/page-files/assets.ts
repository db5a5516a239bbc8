import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface Asset {
  readonly body: Buffer;
  readonly type: string;
  /** Named by its content (Vite's `assets/`), so it may be kept for good; pages may not be kept at all. */
  readonly caching: 'immutable' | 'revalidate' | 'never';
}

/**
 * The built page's file behind a URL path (`/` is `index.html`), or null when there is none: also for anything outside
 * `root`, reached by dots, by encoding or by a link, and for types the page has no use for.
 */
export async function readAsset(root: string, urlPath: string): Promise<Asset | null> {
  const name = decode(urlPath);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const segments = name.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment.startsWith('.'))) return null;
  const relative = segments.length === 0 ? ['index.html'] : segments;
  const type = TYPES[extname(relative.at(-1) ?? '')];
  if (!type) return null;
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, ...relative));
    if (!file.startsWith(base + sep)) return null;
    return { body: await readFile(file), type, caching: cachingOf(relative, type) };
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function cachingOf(path: readonly string[], type: string): Asset['caching'] {
  if (type.startsWith('text/html')) return 'never';
  return path[0] === 'assets' ? 'immutable' : 'revalidate';
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return (
    code === 'ENOENT' ||
    code === 'ENOTDIR' ||
    code === 'EISDIR' ||
    code === 'ENAMETOOLONG' ||
    code === 'ELOOP'
  );
}
