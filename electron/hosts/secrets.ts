import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Entry } from '@napi-rs/keyring';
import type { Secrets } from '../engine/ports.ts';
import { UnstuckError } from '../../shared/errors.ts';
import { failed } from '../../shared/failed.ts';

const SERVICE = 'unstuck';

/**
 * The operating system's keychain, or, where there is none (a server, a container), a key file for the databases with
 * store tokens in memory only. `UNSTUCK_KEYCHAIN=file` chooses the latter, for tests and for scripts without a session.
 */
export function openSecrets(home: string, env: Readonly<Record<string, string | undefined>>): Secrets {
  const wanted = env['UNSTUCK_KEYCHAIN'];
  if (wanted !== undefined && wanted !== 'file' && wanted !== 'os')
    throw new UnstuckError('bad_input', `UNSTUCK_KEYCHAIN is “${wanted}”; it can be “os” or “file”.`, {
      meta: { field: 'UNSTUCK_KEYCHAIN' },
    });
  if (wanted === 'file') return keyFile(home);
  if (keychainWorks()) return osKeychain(home);
  if (wanted === 'os')
    throw new UnstuckError(
      'disk',
      'No keychain answers on this machine; unset UNSTUCK_KEYCHAIN to do without one.',
    );
  return keyFile(home);
}

function keychainWorks(): boolean {
  try {
    const probe = new Entry(SERVICE, 'probe');
    probe.setPassword('probe');
    const works = probe.getPassword() === 'probe';
    probe.deletePassword();
    return works;
  } catch {
    return false;
  }
}

function osKeychain(home: string): Secrets {
  // Several data directories may live on one machine; each has its own names.
  const scope = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const entry = (name: string): Entry => new Entry(SERVICE, `${scope}/${name}`);
  return {
    backend: 'os keychain',
    persistent: true,
    get: async (name) => entry(name).getPassword(),
    set: async (name, value) => entry(name).setPassword(value),
    delete: async (name) => {
      entry(name).deletePassword();
    },
  };
}

/**
 * Only the databases' key is kept, readable by this user alone: without it the journal would be lost at every restart.
 * Tokens are not written anywhere: they are asked for again, or read from the environment variable they came from.
 */
function keyFile(home: string): Secrets {
  const file = join(home, 'database.key');
  const memory = new Map<string, string>();
  const onDisk = (name: string): boolean => name === 'database-key';
  return {
    backend: 'key file (no keychain on this machine: store tokens are kept in memory only)',
    persistent: false,
    get: async (name) => (onDisk(name) ? readKey(file) : (memory.get(name) ?? null)),
    set: async (name, value) => {
      if (!onDisk(name)) {
        memory.set(name, value);
        return;
      }
      mkdirSync(home, { recursive: true, mode: 0o700 });
      writeFileSync(file, value, { mode: 0o600, flag: 'wx' });
    },
    delete: async (name) => {
      memory.delete(name);
      if (onDisk(name)) rmSync(file, { force: true });
    },
  };
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw failed('disk', { code: 'key_unreadable', file }, { cause: thrown });
  }
}
