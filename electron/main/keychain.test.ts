import { expect, test } from 'vitest';
import { createKeychain, keychainName } from './keychain.ts';
import type { SecretsFile } from './secrets-file.ts';

/** Turns texts round; `locked` refuses. */
function aCipher(state: { locked?: boolean; old?: boolean } = {}) {
  const turned = (text: string): string => text.split('').toReversed().join('');
  return {
    isAsyncEncryptionAvailable: async () => !state.locked,
    encryptStringAsync: async (text: string) => Buffer.from(turned(text)),
    decryptStringAsync: async (encrypted: Buffer) => {
      if (state.locked) throw new Error(`cannot decrypt ${encrypted.toString()}`);
      return { result: turned(encrypted.toString()), shouldReEncrypt: state.old ?? false };
    },
  };
}

function aFile(): SecretsFile & { readonly content: Map<string, Buffer>; writes: number } {
  const content = new Map<string, Buffer>();
  const file = {
    content,
    writes: 0,
    get: async (name: string) => content.get(name) ?? null,
    set: async (name: string, encrypted: Buffer) => {
      file.writes += 1;
      content.set(name, encrypted);
    },
    delete: async (name: string) => void content.delete(name),
  };
  return file;
}

test('gives back what it took, and stores none of it in the clear', async () => {
  const file = aFile();
  const answer = createKeychain(aCipher(), file);
  await answer({ type: 'secret.set', id: 1, name: 'store/acme/token', value: 'shpat_1234' });
  expect(file.content.get('store/acme/token')?.toString()).not.toContain('shpat');
  expect(await answer({ type: 'secret.get', id: 2, name: 'store/acme/token' })).toEqual({
    type: 'secret',
    id: 2,
    value: 'shpat_1234',
    refused: false,
  });
  await answer({ type: 'secret.delete', id: 3, name: 'store/acme/token' });
  expect(await answer({ type: 'secret.get', id: 4, name: 'store/acme/token' })).toMatchObject({
    value: null,
  });
});

test('a failure names the secret and the remedy, and nothing of its value', async () => {
  const state = { locked: false };
  const answer = createKeychain(aCipher(state), aFile());
  await answer({ type: 'secret.set', id: 1, name: 'store/acme/token', value: 'abc' });
  state.locked = true;
  const { refused, value } = await answer({ type: 'secret.get', id: 2, name: 'store/acme/token' });
  expect(value).toBeNull();
  expect(refused).toBe(true);
});

test('what an older key protects is protected anew with the one of today', async () => {
  const file = aFile();
  const answer = createKeychain(aCipher({ old: true }), file);
  await answer({ type: 'secret.set', id: 1, name: 'a', value: 'x' });
  await answer({ type: 'secret.get', id: 2, name: 'a' });
  expect(file.writes).toBe(2);
});

test.each([
  ['darwin', 'basic_text', 'macOS Keychain'],
  ['win32', 'basic_text', 'Windows data protection'],
  ['linux', 'gnome_libsecret', 'gnome_libsecret'],
  ['linux', 'kwallet6', 'kwallet6'],
  ['linux', 'basic_text', null],
  ['linux', 'unknown', null],
] as const)('on %s with %s the keychain is %s', async (platform, backend, expected) => {
  expect(await keychainName(platform, aCipher(), () => backend)).toBe(expected);
});

test('there is no keychain where none answers', async () => {
  expect(await keychainName('darwin', aCipher({ locked: true }), () => 'unknown')).toBeNull();
});
