import type { SecretRequest, ToEngine } from '../../shared/contract/engine-process.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { SecretsFile } from './secrets-file.ts';

/** What of Electron's `safeStorage` is used. */
interface Cipher {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
}

/**
 * The name of the operating system's keychain that protects `safeStorage`'s key, null where there is none.
 * On Linux Electron falls back to `basic_text`, a password that everybody knows: that is no keychain.
 */
export async function keychainName(
  platform: NodeJS.Platform,
  cipher: Pick<Cipher, 'isAsyncEncryptionAvailable'>,
  linuxBackend: () => string,
): Promise<string | null> {
  if (!(await cipher.isAsyncEncryptionAvailable().catch(() => false))) return null;
  if (platform === 'darwin') return 'macOS Keychain';
  if (platform === 'win32') return 'Windows data protection';
  const backend = linuxBackend();
  return backend === 'basic_text' || backend === 'unknown' ? null : backend;
}

type Answer = Extract<ToEngine, { type: 'secret' }>;

/**
 * Answers the engine's requests for secrets: kept in `file`, each encrypted with a key that the operating system's
 * keychain holds. A value is seen by this function and the engine alone; a failure names the secret, never its value.
 */
export function createKeychain(
  cipher: Cipher,
  file: SecretsFile,
): (request: SecretRequest) => Promise<Answer> {
  const serve = async (request: SecretRequest): Promise<string | null> => {
    switch (request.type) {
      case 'secret.get': {
        const encrypted = await file.get(request.name);
        if (encrypted === null) return null;
        const { result, shouldReEncrypt } = await cipher.decryptStringAsync(encrypted);
        if (shouldReEncrypt) await file.set(request.name, await cipher.encryptStringAsync(result));
        return result;
      }
      case 'secret.set':
        await file.set(request.name, await cipher.encryptStringAsync(request.value));
        return null;
      case 'secret.delete':
        await file.delete(request.name);
        return null;
      default:
        return assertNever(request);
    }
  };
  return async (request) => {
    try {
      return { type: 'secret', id: request.id, value: await serve(request), refused: false };
    } catch {
      return { type: 'secret', id: request.id, value: null, refused: true };
    }
  };
}
