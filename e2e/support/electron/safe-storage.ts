import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from './app.ts';

/** Electron's `safeStorage` with a key file in place of the keychain. `STAND_IN_KEYCHAIN` names the backend. */
export const safeStorage = {
  getSelectedStorageBackend: (): string => process.env['STAND_IN_KEYCHAIN'] ?? 'gnome_libsecret',
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(true),
  encryptStringAsync: async (text: string): Promise<Buffer> => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key(), nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  decryptStringAsync: async (encrypted: Buffer) => {
    const cipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(0, 12));
    cipher.setAuthTag(encrypted.subarray(12, 28));
    const text = Buffer.concat([cipher.update(encrypted.subarray(28)), cipher.final()]);
    return { result: text.toString('utf8'), shouldReEncrypt: false };
  },
};

function key(): Buffer {
  const file = join(app.getPath('userData'), 'stand-in.key');
  if (existsSync(file)) return readFileSync(file);
  mkdirSync(dirname(file), { recursive: true });
  const made = randomBytes(32);
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}
