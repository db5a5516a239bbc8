import { startDemo, type DemoStore } from '../../electron/demo/start-demo.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { connectMerchants, type Merchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

/** The number on the tile of an error type. */
const countOn = (page: Page, type: string) => page.locator(`[data-type="${type}"] b`).first();

test.describe('the first page over real merchants', () => {
  test.describe.configure({ mode: 'serial' });
  let merchants: Merchants;

  test.beforeAll(async () => {
    merchants = await connectMerchants({ orders: 480, stores: 3 });
  });
  test.afterAll(() => merchants.close());

  test('shows the ten types with the merchants’ own counts, leads to the culprit, and follows a change', async ({
    openConsole,
  }) => {
    const { demo, home, env } = merchants;
    const seeded = demo.seededCounts();
    const { page } = await openConsole(['--home', home], env);
    await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible();
    await page.getByRole('button', { name: /^Sync/ }).click();

    for (const [type, orders] of Object.entries(seeded.total.errors)) {
      await expect(countOn(page, type), type).toHaveText(String(orders), { timeout: 60_000 });
    }
    await expect(page.getByText(`${seeded.total.stuck} orders,`)).toBeVisible();
    await expect(page.getByText('Demo data', { exact: true })).toBeHidden();

    // The group: one app tagged these, and the page names it.
    await page.locator('[data-type="ignored_by_tag"]').click();
    const causes = page.getByRole('region', { name: 'Root causes' });
    await causes.getByRole('link', { name: /Fraud Filter/ }).click();
    const first = page.getByRole('option').first();
    await expect(first).toContainText('bigblue-ignore');
    await expect(first).toContainText('Fraud Filter');
    await first.click();
    const pane = page.getByRole('article');
    await expect(pane).toContainText('The tag bigblue-ignore was added by the app Fraud Filter');
    await expect(pane.getByRole('link', { name: 'Open in Shopify' })).toHaveAttribute(
      'href',
      /^https:\/\/.*\/orders\/\d+$/,
    );

    // Somebody takes the tag off one of them in Shopify; Bigblue takes the order in; the page hears of it.
    const domain = demo.stores[0]?.domain ?? '';
    const order = demo
      .inspect(domain)
      .withError('ignored_by_tag')
      .find(({ seededAs }) => seededAs?.errors.length === 1)?.order;
    if (!order) throw new Error('No order of the first store is ignored by its tag alone.');
    demo.act.untagOrder(domain, order.name, 'bigblue-ignore');
    demo.act.moveTime(60_000);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Sync/ }).click();
    await expect(countOn(page, 'ignored_by_tag')).toHaveText(String(seeded.total.errors.ignored_by_tag - 1));
    await expect(page.getByText(`${seeded.total.stuck - 1} orders,`)).toBeVisible();
  });
});

test('a first run shows the demo workspace, and says that it is one', async ({ openConsole }) => {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-first-run-'));
  const { page, close } = await openConsole(['--home', home], { ...process.env, UNSTUCK_KEYCHAIN: 'file' });
  await expect(page.getByText('Demo data', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Fix once, unblock many' })).toBeVisible({
    timeout: 90_000,
  });
  await close();
  await rm(home, { recursive: true, force: true });
});

test('from the demo an agent gets to stores of their own, and what is connected there stays', async ({
  openConsole,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-own-'));
  const env = { ...process.env, UNSTUCK_KEYCHAIN: 'file' };
  const demo = await startDemo({ orders: 80, stores: 1 });
  const [merchant] = demo.stores;
  if (!merchant) throw new Error('One merchant was started.');
  const first = await openConsole(['--home', home], env);
  await first.page.getByRole('link', { name: 'Stores', exact: true }).click();
  await expect(first.page.getByLabel('Admin API access token')).toBeHidden();
  await first.page.getByRole('button', { name: 'Use my own stores' }).click();

  await expect(first.page.getByText('Demo data', { exact: true })).toBeHidden();
  await first.page.getByRole('button', { name: 'Look at demo data' }).click();
  await expect(first.page.getByText('Demo data', { exact: true })).toBeVisible();
  await first.page.getByRole('link', { name: 'Stores', exact: true }).click();
  await first.page.getByRole('button', { name: 'Use my own stores' }).click();
  // The cards of the demo's stores have fields of the same names.
  await expect(first.page.getByText('Demo data', { exact: true })).toBeHidden();
  await connect(first.page, merchant);
  await first.close();

  const again = await openConsole(['--home', home], env);
  await expect(again.page.getByText('Demo data', { exact: true })).toBeHidden();
  await expect(again.page.getByRole('navigation').getByRole('link', { name: merchant.name })).toBeVisible();
  await again.close();
  await demo.close();
  await rm(home, { recursive: true, force: true });
});

async function connect(page: Page, store: DemoStore): Promise<void> {
  await page.getByLabel('Name', { exact: true }).first().fill(store.name);
  await page.getByLabel('Shop domain').first().fill(store.domain);
  await page.getByLabel('Admin API access token').fill(store.token);
  await page.getByLabel('API address').fill(store.endpoint);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Fix once, unblock many' })).toBeVisible({
    timeout: 30_000,
  });
}
