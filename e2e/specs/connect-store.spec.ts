import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { startDemo } from '../../electron/demo/start-demo.ts';
import { expect, test } from '../support/test.ts';

/** The field of the first form, which carries as its description what is wrong with it. */
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first();

test('a store is connected in one screen, and everything that is wrong on the way is said beside its field', async ({
  openConsole,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-connect-'));
  const demo = await startDemo({ orders: 120, stores: 1 });
  const portal = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Sign in to the network</h1>'),
  );
  await new Promise<void>((resolve) => {
    portal.listen(0, '127.0.0.1', resolve);
  });
  const address = portal.address();
  const [store] = demo.stores;
  if (!store || typeof address !== 'object' || !address)
    throw new Error('A merchant and a portal were started.');

  const { page } = await openConsole(['--own', '--home', home], { ...process.env, UNSTUCK_KEYCHAIN: 'file' });
  await page.getByRole('button', { name: 'Connect a store' }).click();
  const check = page.getByRole('button', { name: 'Check the token' });
  const connect = page.getByRole('button', { name: 'Connect', exact: true });
  const fill = (label: string, text: string) => field(page, label).fill(text);

  await fill('Countries that sync', 'France');
  await connect.click();
  await expect(field(page, 'Name')).toHaveAccessibleDescription(/Give the store a name/);
  await expect(field(page, 'Name')).toBeFocused();
  await expect(field(page, 'Shop domain')).toHaveAccessibleDescription(/such as acme\.myshopify\.com/);
  await expect(field(page, 'Admin API access token')).toHaveAccessibleDescription(/Give the access token/);
  await expect(field(page, 'Countries that sync')).toHaveAccessibleDescription(/two-letter country codes/);

  await fill('Name', store.name);
  await expect(field(page, 'Name')).not.toHaveAttribute('aria-invalid');
  await fill('Shop domain', 'my shop');
  await fill('Admin API access token', 'shpat_wrong');
  await fill('Countries that sync', 'FR,BE');
  await check.click();
  await expect(field(page, 'Shop domain')).toHaveAccessibleDescription(
    /give one such as example\.myshopify\.com/,
  );
  await fill('Shop domain', store.domain);

  await fill('API address', 'nonsense');
  await check.click();
  await expect(field(page, 'API address')).toHaveAccessibleDescription(
    /it is not a web address; give an address such as/,
  );
  await fill('API address', `http://127.0.0.1:${address.port}`);
  await check.click();
  await expect(field(page, 'API address')).toHaveAccessibleDescription(
    /answered with a web page instead of JSON/,
    {
      timeout: 30_000,
    },
  );
  await fill('API address', store.endpoint);
  await check.click();
  await expect(field(page, 'Admin API access token')).toHaveAccessibleDescription(/refused the access token/);

  await fill('Admin API access token', store.token);
  await page.getByText('Fulfilment platform', { exact: true }).click();
  await fill('Address of the Bigblue API', store.platformEndpoint);
  await page.getByText('Fulfilment platform', { exact: true }).click();
  await check.click();
  await expect(field(page, 'Bigblue API key')).toHaveAccessibleDescription(/Give the key/);
  await expect(field(page, 'Bigblue API key')).toBeVisible();
  await fill('Bigblue API key', 'wrong');
  await check.click();
  await expect(field(page, 'Bigblue API key')).toHaveAccessibleDescription(/refused the API key/);
  await fill('Bigblue API key', store.platformKey);
  await check.click();
  const found = page.getByRole('status').filter({ hasText: 'answers.' });
  await expect(found.getByRole('listitem').filter({ hasText: 'read_orders' })).toContainText('granted');
  await fill('Shop domain', `${store.domain} `);
  await expect(found).toHaveCount(0);

  await connect.click();
  await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible({ timeout: 60_000 });
  expect(await page.content()).not.toContain(store.token);
  await page.getByRole('navigation').getByRole('link', { name: 'Stores', exact: true }).click();
  await expect(field(page, 'Admin API access token')).toHaveValue('');

  await new Promise((resolve) => {
    portal.close(resolve);
  });
  await demo.close();
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
