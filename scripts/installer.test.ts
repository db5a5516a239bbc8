import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/**
 * electron-builder itself packs the Linux app around a stand-in for Electron's files (an empty program), since the real
 * ones cannot be had everywhere. It checks electron-builder.yml, all three systems of it, against its own schema first.
 */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unstuck-installer-'));
  await mkdir(join(folder, 'electron', 'locales'), { recursive: true });
  await mkdir(join(folder, 'electron', 'resources'));
  const program = join(folder, 'electron', 'electron');
  await writeFile(program, '#!/bin/sh\n');
  await chmod(program, 0o755);
  for (const name of ['en-US', 'fr', 'de'])
    await writeFile(join(folder, 'electron', 'locales', `${name}.pak`), '');
  await writeFile(join(folder, 'electron', 'LICENSE'), '');
  await writeFile(join(folder, 'electron', 'LICENSES.chromium.html'), '');
});
afterAll(() => rm(folder, { recursive: true }));

async function pack(...settings: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [
    'node_modules/electron-builder/cli.js',
    '--linux',
    'dir',
    '--x64',
    `--config.electronDist=${join(folder, 'electron')}`,
    `--config.directories.output=${join(folder, 'out')}`,
    ...settings,
  ]);
}

interface Directory {
  readonly files: Readonly<Record<string, Directory | object>>;
}
const directorySchema: z.ZodType<Directory> = z.lazy(() =>
  z.object({ files: z.record(z.string(), z.union([directorySchema, z.object({})])) }),
);

/** Every file of an asar archive; its head is a JSON text, whose length is its fourth number. */
function filesIn(archive: Buffer): string[] {
  const list = ({ files }: Directory, path: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) =>
      'files' in entry ? list(directorySchema.parse(entry), `${path}${name}/`) : [`${path}${name}`],
    );
  const head: unknown = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString());
  return list(directorySchema.parse(head), '');
}

describe('the installer', () => {
  it('is refused by the builder’s schema when a setting is none', async () => {
    await expect(pack('--config.linux.categry=Office')).rejects.toMatchObject({
      stdout: expect.stringContaining('configuration.linux should be one of these'),
    });
  }, 60_000);

  it('holds the built app, the two native packages as this system loads them, and nothing else', async () => {
    await pack();
    const resources = join(folder, 'out', 'linux-unpacked', 'resources');
    const files = filesIn(await readFile(join(resources, 'app.asar')));
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'dist/electron/main.mjs',
        'dist/electron/engine.mjs',
        'dist/preload/preload.cjs',
        'dist/renderer/index.html',
        'resources/icons/512x512.png',
        'node_modules/better-sqlite3/lib/index.js',
      ]),
    );
    const isExpected =
      /^(package\.json|dist\/(electron|preload|renderer)\/|resources\/icons\/512x512\.png|node_modules\/(better-sqlite3\/(lib|prebuilds)\/|(better-sqlite3|@napi-rs\/[\w-]+)\/[^/]+$))/;
    expect(files.filter((file) => !isExpected.test(file))).toEqual([]);

    // Native libraries are outside of the archive, and only this system's.
    const natives = (await readdir(join(resources, 'app.asar.unpacked'), { recursive: true })).filter(
      (file) => file.endsWith('.node'),
    );
    expect(natives).toContain('node_modules/better-sqlite3/prebuilds/linux-x64.node');
    expect(natives.filter((file) => file.includes('better-sqlite3'))).toHaveLength(1);
    expect(files.filter((file) => file.endsWith('.node')).toSorted()).toEqual(natives.toSorted());
  }, 240_000);
});
