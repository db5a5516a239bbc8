import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSecrets } from './secrets.ts';

const home = (): string => mkdtempSync(join(tmpdir(), 'unstuck-secrets-'));

test('without a keychain the database key survives a restart, readable by its owner alone', async () => {
  const dir = home();
  await openSecrets(dir, { UNSTUCK_KEYCHAIN: 'file' }).set('database-key', 'ab'.repeat(32));
  expect(await openSecrets(dir, { UNSTUCK_KEYCHAIN: 'file' }).get('database-key')).toBe('ab'.repeat(32));
  expect(statSync(join(dir, 'database.key')).mode & 0o777).toBe(0o600);
});

test('without a keychain a store’s token stays in memory and is never written', async () => {
  const dir = home();
  const secrets = openSecrets(dir, { UNSTUCK_KEYCHAIN: 'file' });
  await secrets.set('store/acme/token', 'shpat_secret');
  expect(await secrets.get('store/acme/token')).toBe('shpat_secret');
  expect(await openSecrets(dir, { UNSTUCK_KEYCHAIN: 'file' }).get('store/acme/token')).toBeNull();
  for (const file of readdirSync(dir))
    expect(readFileSync(join(dir, file), 'utf8')).not.toContain('shpat_secret');
  expect(secrets.persistent).toBe(false);
});

test('a database key is never overwritten by another', async () => {
  const dir = home();
  const secrets = openSecrets(dir, { UNSTUCK_KEYCHAIN: 'file' });
  await secrets.set('database-key', 'ab'.repeat(32));
  await expect(secrets.set('database-key', 'cd'.repeat(32))).rejects.toThrow(/EEXIST/);
});

test('a keychain that is none of those known is refused by name', () => {
  expect(() => openSecrets(home(), { UNSTUCK_KEYCHAIN: 'vault' })).toThrow(/UNSTUCK_KEYCHAIN is “vault”/);
});
