import type { Secrets } from '../engine/ports.ts';

/** Every secret in this process's memory only. */
export function memorySecrets(): Secrets {
  const values = new Map<string, string>();
  return {
    backend: 'memory',
    persistent: false,
    get: async (name) => values.get(name) ?? null,
    set: async (name, value) => void values.set(name, value),
    delete: async (name) => void values.delete(name),
  };
}
