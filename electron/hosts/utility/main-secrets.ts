import type { SecretRequest } from '../../../shared/contract/engine-process.ts';
import { failed } from '../../../shared/failed.ts';
import type { Secrets } from '../../engine/ports.ts';
import type { Parent } from './parent.ts';

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/**
 * The keychain that Electron's main process reaches, asked over the private channel.
 * @param keychain what main calls it, for `doctor`
 */
export function mainSecrets(parent: Parent, keychain: string): Secrets {
  const waiting = new Map<
    number,
    { readonly secret: string; readonly answer: PromiseWithResolvers<string | null> }
  >();
  let lastId = 0;
  parent.onMessage((message) => {
    if (message.type !== 'secret') return;
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (!message.refused) asked?.answer.resolve(message.value);
    else asked?.answer.reject(failed('disk', { code: 'keychain_refused', secret: asked.secret }));
  });
  const ask = (request: Unnumbered<SecretRequest>): Promise<string | null> => {
    const id = (lastId += 1);
    const answer = Promise.withResolvers<string | null>();
    waiting.set(id, { secret: request.name, answer });
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
