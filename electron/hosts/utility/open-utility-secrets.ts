import type { Secrets } from '../../engine/ports.ts';
import { memorySecrets } from '../memory-secrets.ts';
import { mainSecrets } from './main-secrets.ts';
import type { Parent } from './parent.ts';
import { sharedSecrets } from './shared-secrets.ts';

/**
 * Where the desktop shell's engine keeps the secrets of `home`: in the keychain that main reaches (`keychain` names it)
 * over the one that the other hosts use; in the latter alone when main reaches none (Linux's `basic_text`) or when
 * `UNSTUCK_KEYCHAIN` names one. That is then a key file for the databases, with tokens in memory only.
 */
export async function openUtilitySecrets(
  home: string,
  keychain: string | null,
  parent: Parent,
  env: NodeJS.ProcessEnv,
): Promise<Secrets> {
  // Loaded here, since its native binding may be missing where an installer was built on another system.
  const others = await import('../secrets.ts').then(
    ({ openSecrets }) => openSecrets(home, env),
    (cause: unknown) => {
      if (keychain === null) throw cause;
      return memorySecrets();
    },
  );
  return keychain === null || env['UNSTUCK_KEYCHAIN'] !== undefined
    ? others
    : sharedSecrets(mainSecrets(parent, keychain), others);
}
