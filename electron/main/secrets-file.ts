import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Encrypted secrets by name. */
export interface SecretsFile {
  get(name: string): Promise<Buffer | null>;
  set(name: string, encrypted: Buffer): Promise<void>;
  delete(name: string): Promise<void>;
}

const contentSchema = z.record(z.string(), z.base64());

/**
 * One JSON file, name -> base64, readable by its owner alone. Changes are made one after another, each to a new file
 * that then takes the old one's place, so that a crash leaves either.
 */
export function openSecretsFile(path: string): SecretsFile {
  let last: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<Readonly<Record<string, string>>> => {
    try {
      return contentSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return {};
      throw thrown;
    }
  };
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run, run);
    last = turn;
    return turn;
  };
  const change = (to: (before: Readonly<Record<string, string>>) => Readonly<Record<string, string>>) =>
    inTurn(async () => {
      const content = to(await read());
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, JSON.stringify(content), { mode: 0o600 });
      await rename(`${path}.new`, path);
    });
  return {
    get: (name) =>
      inTurn(async () => {
        const content = await read();
        return Object.hasOwn(content, name) ? Buffer.from(content[name] ?? '', 'base64') : null;
      }),
    set: (name, encrypted) => change((before) => ({ ...before, [name]: encrypted.toString('base64') })),
    delete: (name) => change(({ [name]: _gone, ...rest }) => rest),
  };
}
