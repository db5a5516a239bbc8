import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { addArguments, type Cli, cliFor } from '../test-support/run-cli.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ orders: 60, stores: 1 });
});
afterAll(() => demo.close());

const listSchema = z.tuple([z.looseObject({ id: z.string() })]);
const idOf = async (cli: Cli): Promise<string> =>
  listSchema.parse((await cli.run('stores', 'list', '--json')).json)[0].id;

test('a store takes a new token, from whatever variable, and is read with it from then on', async () => {
  const [store] = demo.stores;
  if (store === undefined) throw new Error('The demo has no store.');
  const before = cliFor(demo);
  expect(await before.run(...addArguments(store))).toMatchObject({ code: 0 });
  const id = await idOf(before);

  const renamed = { stores: [{ ...store, tokenEnv: 'NEW_TOKEN' }] };
  const after = cliFor(renamed, before.home);
  expect(await after.run('sync')).toMatchObject({
    code: 4,
    stderr: expect.stringContaining(`stores set ${id} --token-env VAR`),
  });
  expect(
    await after.run(
      'stores',
      'set',
      id,
      '--token-env',
      'NEW_TOKEN',
      '--platform-key-env',
      'NEW_PLATFORM_KEY',
    ),
  ).toMatchObject({ code: 0 });
  expect(await after.run('sync')).toMatchObject({ code: 0 });
});

test('a token that is not the store’s is refused, and nothing changes', async () => {
  const [store] = demo.stores;
  if (store === undefined) throw new Error('The demo has no store.');
  const cli = cliFor(demo);
  expect(await cli.run(...addArguments(store))).toMatchObject({ code: 0 });
  const id = await idOf(cli);
  const keyVariable = store.tokenEnv.replace(/_TOKEN$/, '_PLATFORM_KEY');
  const wrong = await cli.run('stores', 'set', id, '--name', 'Renamed', '--token-env', keyVariable);
  expect(wrong).toMatchObject({ code: 4, stderr: expect.stringContaining('refused the access token') });
  expect((await cli.run('stores', 'list', '--json')).json).toMatchObject([{ name: store.name, state: 'ok' }]);
});

test('a platform key changes alone, and a wrong one is refused', async () => {
  const [store] = demo.stores;
  if (store === undefined) throw new Error('The demo has no store.');
  const cli = cliFor(demo);
  expect(await cli.run(...addArguments(store))).toMatchObject({ code: 0 });
  const id = await idOf(cli);
  const keyVariable = store.tokenEnv.replace(/_TOKEN$/, '_PLATFORM_KEY');
  expect(await cli.run('stores', 'set', id, '--platform-key-env', store.tokenEnv)).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('refused the API key'),
  });
  expect(await cli.run('stores', 'set', id, '--platform-endpoint', 'https://x.example')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--platform-key-env'),
  });
  expect(await cli.run('stores', 'set', id, '--platform-key-env', keyVariable)).toMatchObject({ code: 0 });
  expect(await cli.run('sync')).toMatchObject({ code: 0 });
});

test('rules are turned off again', async () => {
  const [store] = demo.stores;
  if (store === undefined) throw new Error('The demo has no store.');
  const cli = cliFor(demo);
  expect(await cli.run(...addArguments(store))).toMatchObject({ code: 0 });
  const id = await idOf(cli);
  const set = (route: string) => cli.run('stores', 'set', id, '--link-route', route, '--json');
  expect(await set('off')).toMatchObject({ code: 0, json: { settings: { linkRoute: null } } });
  expect(
    await cli.run(
      'stores',
      'set',
      id,
      '--json',
      '--countries',
      'any',
      '--shipping-methods',
      'off',
      '--duplicate-minutes',
      'off',
      '--tax-id-countries',
      'off',
      '--address-line-limit',
      'off',
    ),
  ).toMatchObject({
    code: 0,
    json: {
      settings: {
        countries: null,
        shippingMethods: null,
        duplicateMinutes: null,
        taxIdCountries: null,
        addressLineLimit: null,
      },
    },
  });
  expect(await set('sku')).toMatchObject({ code: 0, json: { settings: { linkRoute: 'sku' } } });
});
