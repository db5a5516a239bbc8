import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSecretsFile } from './secrets-file.ts';

const path = (): string => join(mkdtempSync(join(tmpdir(), 'unstuck-secrets-')), 'home', 'secrets.json');

test('a secret is there after a restart, in a file for its owner alone', async () => {
  const at = path();
  await openSecretsFile(at).set('store/acme/token', Buffer.from([0, 255, 7]));
  expect(await openSecretsFile(at).get('store/acme/token')).toEqual(Buffer.from([0, 255, 7]));
  expect(statSync(at).mode & 0o777).toBe(0o600);
});

test('secrets set at the same time are all kept', async () => {
  const file = openSecretsFile(path());
  const names = Array.from({ length: 20 }, (_, i) => `store/${i}/token`);
  await Promise.all(names.map((name) => file.set(name, Buffer.from(name))));
  expect(await Promise.all(names.map((name) => file.get(name)))).toEqual(
    names.map((name) => Buffer.from(name)),
  );
});

test('a deleted secret is gone from the file, an unknown one is none', async () => {
  const at = path();
  const file = openSecretsFile(at);
  await file.set('a', Buffer.from('1'));
  await file.delete('a');
  expect(await file.get('a')).toBeNull();
  expect(await file.get('constructor')).toBeNull();
  expect(readFileSync(at, 'utf8')).toBe('{}');
});

test('a file that is none of ours is not overwritten', async () => {
  const at = path();
  const file = openSecretsFile(at);
  await file.set('a', Buffer.from('1'));
  writeFileSync(at, 'not JSON');
  await expect(file.set('b', Buffer.from('2'))).rejects.toThrow(/JSON/);
  expect(readFileSync(at, 'utf8')).toBe('not JSON');
});
