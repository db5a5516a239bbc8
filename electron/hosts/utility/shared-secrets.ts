import type { Secrets } from '../../engine/ports.ts';

/**
 * The desktop shell's own keychain over the one that the command line and the web host use, so that a data directory
 * opens in all three: what is not in `own` is looked for in `others`; what is set or deleted is so in both, but only
 * where `others` is a keychain too: a key file would undo what `own` protects.
 */
export function sharedSecrets(own: Secrets, others: Secrets): Secrets {
  return {
    backend: own.backend,
    persistent: own.persistent,
    get: async (name) => (await own.get(name)) ?? (await others.get(name)),
    set: async (name, value) => {
      await own.set(name, value);
      if (others.persistent) await others.set(name, value);
    },
    delete: async (name) => {
      await own.delete(name);
      if (others.persistent) await others.delete(name);
    },
  };
}
