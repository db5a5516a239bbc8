import { expect, test } from 'vitest';
import type { FromEngine, ToEngine } from '../../../shared/contract/engine-process.ts';
import { mainSecrets } from './main-secrets.ts';
import { memorySecrets } from '../memory-secrets.ts';
import type { Parent } from './parent.ts';
import { sharedSecrets } from './shared-secrets.ts';

function aMain(): { parent: Parent; asked: FromEngine[]; answer: (message: ToEngine) => void } {
  const asked: FromEngine[] = [];
  let tell: (message: ToEngine) => void = () => undefined;
  return {
    asked,
    answer: (message) => tell(message),
    parent: {
      send: (message) => void asked.push(message),
      onMessage: (listener) => (tell = (message) => listener(message, [])),
    },
  };
}

test('main is asked by number, and answers in any order', async () => {
  const { parent, asked, answer } = aMain();
  const secrets = mainSecrets(parent, 'macOS Keychain');
  const [first, second] = [secrets.get('a'), secrets.get('b')];
  expect(asked).toEqual([
    { type: 'secret.get', id: 1, name: 'a' },
    { type: 'secret.get', id: 2, name: 'b' },
  ]);
  answer({ type: 'secret', id: 2, value: 'B', refused: false });
  answer({ type: 'secret', id: 1, value: null, refused: false });
  expect([await first, await second]).toEqual([null, 'B']);
});

test('what the keychain refuses is said with the name of the secret', async () => {
  const { parent, answer } = aMain();
  const set = mainSecrets(parent, 'kwallet6').set('a', 'x');
  answer({ type: 'secret', id: 1, value: null, refused: true });
  await expect(set).rejects.toMatchObject({
    code: 'disk',
    message: 'The keychain did not give or take “a”; unlock it and try again.',
  });
});

const keychain = () => ({ ...memorySecrets(), persistent: true });

test('a workspace that the command line set up opens in the desktop shell, and the other way round', async () => {
  const [own, others] = [keychain(), keychain()];
  await others.set('database-key', 'by the command line');
  const shared = sharedSecrets(own, others);
  expect(await shared.get('database-key')).toBe('by the command line');
  await shared.set('store/acme/token', 'by the shell');
  expect(await others.get('store/acme/token')).toBe('by the shell');
  await shared.delete('store/acme/token');
  expect([await own.get('store/acme/token'), await others.get('store/acme/token')]).toEqual([null, null]);
});

test('a key file never learns what the keychain protects', async () => {
  const keyFile = memorySecrets();
  await sharedSecrets(keychain(), keyFile).set('database-key', 'secret');
  expect(await keyFile.get('database-key')).toBeNull();
});
