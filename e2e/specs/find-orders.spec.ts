import type { Page } from 'playwright/test';
import { connectMerchants, type Merchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

const ALL = 'Select all matching orders';
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search orders' });
const tab = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Parts of the group' }).getByRole('link', { name });
const countOn = (page: Page, type: string) => page.locator(`[data-type="${type}"] b`).first();

/** Pulls until a tile shows `orders`. */
async function syncUntil(page: Page, type: string, orders: number): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible();
  await page.getByRole('button', { name: /^Sync/ }).click();
  await expect(countOn(page, type)).toHaveText(orders.toLocaleString('en-GB'), { timeout: 90_000 });
}

test.describe('orders of two merchants', () => {
  test.describe.configure({ mode: 'serial' });
  let merchants: Merchants;
  test.beforeAll(async () => {
    merchants = await connectMerchants({ orders: 480, stores: 2 });
  });
  test.afterAll(() => merchants.close());

  test('are found from any page in whatever state, by words and filters, by keyboard alone', async ({
    openConsole,
  }) => {
    const { demo, home, env } = merchants;
    const seeded = demo.seededCounts().total;
    const { page } = await openConsole(['--home', home], env);
    await syncUntil(page, 'ignored_by_tag', seeded.errors.ignored_by_tag);
    const [store] = demo.stores;
    const synced = [...demo.inspect(store?.domain ?? '').orders()].find(
      ({ seededAs }) => seededAs?.role === 'synced',
    )?.order;
    if (!synced) throw new Error('The demo has no synced order.');

    // From the board: the first keys already search, and go on into the box of the next page.
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type(synced.name, { delay: 40 });
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue(synced.name);
    const found = page.getByRole('option').filter({ hasText: synced.name });
    await expect(found).toContainText('synced');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Orders found' })).toBeFocused();
    await expect(page.getByRole('article')).toContainText('Bigblue has taken it in');

    // It is in the address: a reload keeps it, one step back leads out of it.
    await page.reload();
    await expect(box(page)).toHaveValue(synced.name);
    await expect(found).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Fix once, unblock many' })).toBeVisible();

    // A search that does not parse is told where, under the box, and everything else stays.
    await page.keyboard.press('/');
    await page.keyboard.type('is:stuck coutry:FR');
    await expect(page.getByRole('alert')).toContainText('There is no filter “coutry”');
    await expect(page.getByRole('alert').locator('mark')).toHaveText('coutry');
    await expect(box(page)).toHaveAttribute('aria-invalid', 'true');

    // All matching, of several types: what suits most of them comes first, and the plan covers all of them.
    await box(page).fill('type:order_cancelled,ignored_by_tag is:stuck');
    const both = seeded.errors.order_cancelled + seeded.errors.ignored_by_tag;
    await expect(page.getByText(`${both} orders · All stores`)).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
    await page.keyboard.press('Enter');
    await page.keyboard.press('a');
    const bar = page.getByRole('toolbar', { name: 'Selected orders' });
    await expect(bar).toContainText(`All ${both} matching`);
    await expect(
      bar.getByRole('button', { name: `Review: Remove the tag (${seeded.errors.ignored_by_tag})` }),
    ).toBeVisible();
    await page.keyboard.press('f');
    const plan = page.getByRole('dialog', { name: 'Plan' });
    await expect(plan).toContainText(`Remove the tag: ${seeded.errors.ignored_by_tag} orders in 2 stores.`);
    await expect(plan).toContainText(`${seeded.errors.order_cancelled} orders left out`);
    await page.keyboard.press('Escape');

    // Escape leads back to where one came from.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Fix once, unblock many' })).toBeVisible();
  });

  test('that were snoozed or dismissed are found in their tabs and put back on the board', async ({
    openConsole,
  }) => {
    const { demo, home, env } = merchants;
    const all = demo.seededCounts().total.errors.order_cancelled;
    const { page } = await openConsole(['--home', home], env);
    await page.locator('[data-type="order_cancelled"]').getByRole('link').first().click();
    await expect(tab(page, /^Stuck/)).toHaveText(`Stuck ${all}`);

    for (const [fix, state, key] of [
      ['Dismiss', 'Dismissed', 'x'],
      ['Snooze', 'Snoozed', 'z'],
    ] as const) {
      await page.keyboard.press('Space');
      await page.keyboard.press(key);
      await page.getByRole('button', { name: `${fix} for 1 order` }).click();
      await expect(page.getByRole('dialog', { name: 'Run' })).toContainText('1 of 1 writes done');
      await page.keyboard.press('Escape');
      await expect(tab(page, new RegExp(state))).toHaveText(`${state} 1`);
      await page.keyboard.press('Home');
    }
    await expect(tab(page, /^Stuck/)).toHaveText(`Stuck ${all - 2}`);

    // Two tabs to the right of what is stuck, and one more: the address keeps it.
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
    await expect(tab(page, /Snoozed/)).toHaveAttribute('aria-current', 'page');
    expect(page.url()).toContain('tab=snoozed');
    await expect(page.getByRole('article')).toContainText('Snoozed until');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Review: Put back on the board' }).click();
    await page.getByRole('button', { name: 'Put back on the board for 1 order' }).click();
    await expect(page.getByRole('dialog', { name: 'Run' })).toContainText('1 of 1 writes done');
    await page.keyboard.press('Escape');
    await expect(page.getByText('No order here is snoozed.')).toBeVisible();

    // The other one from its own pane.
    await tab(page, /Dismissed/).click();
    await page.getByRole('article').getByRole('button', { name: 'Put back on the board' }).click();
    await page.getByRole('button', { name: 'Put back on the board for 1 order' }).click();
    await page.keyboard.press('Escape');
    await expect(tab(page, /Dismissed/)).toHaveText('Dismissed 0');
    await expect(tab(page, /^Stuck/)).toHaveText(`Stuck ${all}`);
  });
});

test('5,000 orders are selected, planned, committed and brought back at once: every one of them', async ({
  openConsole,
}) => {
  test.setTimeout(300_000);
  const merchants = await connectMerchants({
    orders: 6_500,
    stores: 1,
    least: { order_cancelled: 5_000 },
    throttle: { bucket: 1_000_000, restorePerSecond: 100_000 },
  });
  const { demo, home, env } = merchants;
  expect(demo.seededCounts().total.errors.order_cancelled).toBe(5_000);
  const { page, close } = await openConsole(['--home', home], env);
  await syncUntil(page, 'order_cancelled', 5_000);

  await page.locator('[data-type="order_cancelled"]').getByRole('link').first().click();
  await page.getByRole('checkbox', { name: ALL }).check();
  const bar = page.getByRole('toolbar', { name: 'Selected orders' });
  await expect(bar).toContainText('All 5,000 matching');
  await page.getByRole('button', { name: 'Review: Dismiss' }).click();
  const plan = page.getByRole('dialog', { name: 'Plan' });
  await expect(plan.getByRole('heading', { name: 'Dismiss: 5,000 orders in 1 store.' })).toBeVisible();
  await expect(plan).toContainText('5,000 writes');
  await expect(plan).not.toContainText('left out');
  await plan.getByRole('button', { name: 'Dismiss for 5,000 orders' }).click();
  await expect(page.getByRole('dialog', { name: 'Run' })).toContainText('5,000 of 5,000 writes done', {
    timeout: 60_000,
  });
  await page.keyboard.press('Escape');
  await expect(tab(page, /^Stuck/)).toHaveText('Stuck 0');
  await expect(tab(page, /Dismissed/)).toHaveText('Dismissed 5,000');

  // The last of them is there to be looked at, and all of them go back.
  await tab(page, /Dismissed/).click();
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-setsize', '5000');
  await page.keyboard.press('End');
  await expect(page.locator('[role="option"][aria-posinset="5000"]')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('a');
  await expect(bar).toContainText('All 5,000 matching');
  await page.getByRole('button', { name: 'Review: Put back on the board' }).click();
  await page.getByRole('button', { name: 'Put back on the board for 5,000 orders' }).click();
  await expect(page.getByRole('dialog', { name: 'Run' })).toContainText('5,000 of 5,000 writes done', {
    timeout: 60_000,
  });
  await page.keyboard.press('Escape');
  await expect(tab(page, /^Stuck/)).toHaveText('Stuck 5,000');
  await close();
  await merchants.close();
});
