import type { SecretRequest } from '../../../shared/contract/engine-process.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import type { Secrets } from '../../engine/ports.ts';
import type { Parent } from './parent.ts';

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/**
 * The keychain that Electron's main process reaches, asked over the private channel.
 * @param keychain what main calls it, for `doctor`
 */
export function mainSecrets(parent: Parent, keychain: string): Secrets {
  const waiting = new Map<number, PromiseWithResolvers<string | null>>();
  let lastId = 0;
  parent.onMessage((message) => {
    if (message.type !== 'secret') return;
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === null) asked?.resolve(message.value);
    else asked?.reject(new UnstuckError('disk', message.error));
  });
  const ask = (request: Unnumbered<SecretRequest>): Promise<string | null> => {
    const id = (lastId += 1);
    const answer = Promise.withResolvers<string | null>();
    waiting.set(id, answer);
    parent.send({ ...request, id });
    return answer.promise;
  };
  return {
    backend: keychain,
    persistent: true,
    get: (name) => ask({ type: 'secret.get', name }),
    set: async (name, value) => {
      await ask({ type: 'secret.set', name, value });
    },
    delete: async (name) => {
      await ask({ type: 'secret.delete', name });
    },
  };
}
