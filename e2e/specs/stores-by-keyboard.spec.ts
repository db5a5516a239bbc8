import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../electron/demo/start-demo.ts';
import { expectNoMouse, focusInSight, press, tabTo, watchForMouse } from '../support/by-keyboard.ts';
import { expect, test } from '../support/test.ts';

test('a store is connected, reconnected with a new token and disconnected by keyboard alone', async ({
  openConsole,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-keyboard-stores-'));
  const demo = await startDemo({ orders: 120, stores: 1 });
  const [store] = demo.stores;
  if (!store) throw new Error('A merchant was started.');
  const { page } = await openConsole(['--own', '--home', home], { ...process.env, UNSTUCK_KEYCHAIN: 'file' });
  await expect(page.getByRole('button', { name: 'Connect a store' })).toBeVisible({ timeout: 60_000 });
  await watchForMouse(page);
  const connect = page.getByRole('region', { name: 'Connect a store' });
  const type = async (label: string, text: string): Promise<void> => {
    await tabTo(page, connect.getByLabel(label, { exact: true }).first());
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  };

  await test.step('connects it, with what is wrong said where the focus goes', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Connect a store' }));
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Stores' })).toBeVisible();
    await press(page, 'n');
    await expect(connect.getByLabel('Name').first()).toBeFocused();
    await page.keyboard.type(store.name);
    await type('Shop domain', store.domain);
    await type('Admin API access token', 'shpat_wrong');
    await tabTo(page, connect.getByText('Fulfilment platform', { exact: true }));
    await press(page, 'Enter');
    await type('Address of the Bigblue API', store.platformEndpoint);
    await type('Bigblue API key', store.platformKey);
    await type('API address', store.endpoint);
    await tabTo(page, connect.getByRole('button', { name: 'Check the token' }));
    await press(page, 'Enter');
    const token = connect.getByLabel('Admin API access token');
    await expect(token).toHaveAccessibleDescription(/refused the access token/);
    await expect(token).toBeFocused();
    await type('Admin API access token', store.token);
    await tabTo(page, connect.getByRole('button', { name: 'Connect', exact: true }));
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('navigation')).toContainText(store.name);
  });

  const card = page.getByRole('article').filter({ hasText: store.domain });
  await test.step('gives it a new token', async () => {
    // A sync that is under way would go on with what it has been given.
    await expect(page.getByRole('button', { name: /^Sync/ })).toContainText('just now', { timeout: 60_000 });
    demo.act.revokeToken(store.domain);
    await press(page, 's');
    await expect(page.getByRole('navigation').getByRole('link', { name: store.name })).toContainText(
      'reconnect',
      { timeout: 60_000 },
    );
    await press(page, 'g', 's');
    await expect(page.getByRole('heading', { level: 1, name: 'Stores' })).toBeFocused();
    demo.act.restoreToken(store.domain);
    await tabTo(page, card.getByLabel('New access token'));
    await press(page, 'Enter');
    await expect(card.getByLabel('New access token')).toHaveAccessibleDescription(/Give the access token/);
    await expect(card.getByLabel('New access token')).toBeFocused();
    await page.keyboard.type(store.token);
    await press(page, 'Enter');
    await expect(card.getByText('Checked and kept.')).toBeVisible({ timeout: 60_000 });
    await expect(card.getByText('reconnect', { exact: true })).toBeHidden({ timeout: 60_000 });
    await expect.poll(() => focusInSight(page)).not.toBeNull();
    expect(await page.content()).not.toContain(store.token);
  });

  await test.step('is asked before disconnecting, thinks better of it, then means it', async () => {
    const disconnect = card.getByRole('button', { name: 'Disconnect', exact: true });
    await tabTo(page, disconnect);
    await press(page, 'Enter');
    // The harmless answer has the focus: Enter twice disconnects nothing.
    await expect(card.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await press(page, 'Escape');
    await expect(disconnect).toBeFocused();
    await press(page, 'Enter', 'Shift+Tab');
    await expect(card.getByRole('button', { name: 'Yes, disconnect' })).toBeFocused();
    await press(page, 'Enter');
    await expect(card).toHaveCount(0);
    await expect.poll(() => focusInSight(page)).not.toBeNull();
  });

  await expectNoMouse(page);
  await demo.close();
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
