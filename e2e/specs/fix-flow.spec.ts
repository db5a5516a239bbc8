import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { connectMerchants, type Merchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

const countOn = (page: Page, type: string) => page.locator(`[data-type="${type}"] b`).first();
/** A page of the rail; what follows its name there is a count. */
const nav = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) });

/** Pulls until the board shows what the merchants hold: their index lags behind a write. */
async function syncUntil(page: Page, holds: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: /^Sync/ }).click();
    await holds();
  }).toPass({ timeout: 60_000, intervals: [2_000] });
}

test.describe('a fix from the board to the merchants and back', () => {
  let merchants: Merchants;
  test.beforeEach(async () => {
    merchants = await connectMerchants({ orders: 480, stores: 2 });
  });
  test.afterEach(() => merchants.close());

  test('is planned for all matching, committed offline, sent when back online, reported and undone', async ({
    openConsole,
  }) => {
    const { demo, home, env } = merchants;
    const tagged = demo.seededCounts().total.errors.ignored_by_tag;
    const stillTagged = (): number =>
      demo.stores
        .flatMap(({ domain }) => demo.inspect(domain).withError('ignored_by_tag'))
        .filter(({ order }) => order.tags.some((tag) => tag.toLowerCase() === 'bigblue-ignore')).length;
    const { page } = await openConsole(['--home', home], env);
    await syncUntil(page, () =>
      expect(countOn(page, 'ignored_by_tag')).toHaveText(String(tagged), { timeout: 1_500 }),
    );

    await nav(page, 'Outbox').click();
    await page.getByRole('button', { name: 'Work offline' }).click();
    await expect(page.getByText('Offline')).toBeVisible();
    await nav(page, 'Triage').click();

    await page.locator('[data-type="ignored_by_tag"]').click();
    await page.getByRole('checkbox', { name: 'Select all matching orders' }).check();
    await expect(page.getByText(`All ${tagged} matching`)).toBeVisible();
    await page.getByRole('button', { name: 'Review: Remove the tag' }).click();
    await expect(
      page.getByRole('heading', { name: `Remove the tag: ${tagged} orders in 2 stores.` }),
    ).toBeVisible();
    await page.getByRole('button', { name: `Remove the tag for ${tagged} orders` }).click();

    const run = page.getByRole('dialog', { name: 'Run' });
    await expect(run).toContainText(`0 of ${tagged} writes done`);
    expect(stillTagged()).toBe(tagged);
    await page.keyboard.press('Escape');

    await nav(page, 'Outbox').click();
    await expect(page.getByRole('tab', { name: `Waiting ${tagged}` })).toBeVisible();
    await page.getByRole('button', { name: 'Go online' }).click();
    await expect(page.getByRole('tab', { name: `Done ${tagged}` })).toBeVisible({ timeout: 60_000 });
    expect(stillTagged()).toBe(0);

    await nav(page, 'Triage').click();
    await syncUntil(page, () =>
      expect(page.locator('[data-type="ignored_by_tag"]')).toContainText('none stuck', { timeout: 1_500 }),
    );

    await nav(page, 'Reports').click();
    await page.getByLabel('Period').selectOption('month');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export the report' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file.split('\r\n').filter((line) => line.includes('remove_ignore_tag'))).toHaveLength(tagged);

    await nav(page, 'Outbox').click();
    await page.getByRole('link', { name: /Remove the tag/ }).click();
    await page.getByRole('button', { name: 'Undo this run' }).click();
    const preview = page.getByRole('region', { name: 'What undoing would do' });
    await expect(preview).toContainText(/go back to what they were|stay as they are/);
    await preview.getByRole('button', { name: 'Undo it' }).click();
    await expect(preview).toHaveCount(0);
    await expect(page.getByText(/stay as they are|Undo of/).first()).toBeVisible();
  });

  test('that somebody else got in the way of waits for a choice, and the choice holds', async ({
    openConsole,
  }) => {
    const { demo, home, env } = merchants;
    const { page } = await openConsole(['--home', home], env);
    await syncUntil(page, () =>
      expect(countOn(page, 'postal_code_missing')).not.toHaveText('0', { timeout: 1_500 }),
    );
    await nav(page, 'Outbox').click();
    await page.getByRole('button', { name: 'Work offline' }).click();
    await nav(page, 'Triage').click();
    await page.locator('[data-type="postal_code_missing"]').click();
    await page.getByRole('option').filter({ hasText: 'Ireland' }).first().click();
    const name =
      (await page.getByRole('article').getByRole('heading').first().innerText()).split(/\s/)[0] ?? '';
    const domain = demo.stores.find((store) => findOrder(demo, store.domain, name) !== null)?.domain ?? '';
    await page.getByRole('article').getByRole('button', { name: 'Set the postal code' }).first().click();
    await page.getByRole('textbox', { name: 'Postal code' }).fill('D02 AF30');
    await page.getByRole('textbox', { name: 'Postal code' }).press('Enter');
    await page.getByRole('button', { name: 'Set the postal code for 1 order' }).click();
    await expect(page.getByRole('dialog', { name: 'Run' })).toBeVisible();
    await page.keyboard.press('Escape');

    demo.act.setAddress(domain, name, { zip: 'T12 AB34' });
    await nav(page, 'Outbox').click();
    await page.getByRole('button', { name: 'Go online' }).click();
    await page.getByRole('tab', { name: 'Needs a decision 1' }).click();
    await expect(page.getByRole('row', { name: /postal code/i })).toContainText('T12 AB34');
    await page.getByRole('button', { name: 'Use mine' }).click();
    await expect(page.getByRole('tab', { name: 'Needs a decision 0' })).toBeVisible();
    await expect
      .poll(() => findOrder(demo, domain, name)?.order.shippingAddress?.zip, { timeout: 30_000 })
      .toBe('D02 AF30');
  });

  test('a store is connected, refused a wrong token in words, and disconnected again', async ({
    openConsole,
  }) => {
    const { demo, home, env } = merchants;
    const [store] = demo.stores;
    if (!store) throw new Error('The demo has no store.');
    const { page } = await openConsole(['--home', home], env);
    await nav(page, 'Stores').click();
    const card = page.getByRole('article').filter({ hasText: store.domain });
    await card.getByRole('button', { name: 'Disconnect' }).click();
    await card.getByRole('button', { name: 'Yes, disconnect' }).click();
    await expect(card).toHaveCount(0);

    await page.getByLabel('Name').first().fill(store.name);
    await page.getByLabel('Shop domain').first().fill(store.domain);
    await page.getByLabel('API address').fill(store.endpoint);
    await page.getByLabel('Admin API access token').fill('shpat_wrong');
    await page.getByRole('button', { name: 'Check the token' }).click();
    await expect(page.getByRole('alert')).toContainText(/not authorised/i);
    await page.getByLabel('Admin API access token').fill(store.token);
    await page.getByRole('button', { name: 'Check the token' }).click();
    await expect(page.getByText('write_orders')).toBeVisible();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('navigation')).toContainText(store.name, { timeout: 60_000 });
    await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible({ timeout: 60_000 });
  });
});

function findOrder(demo: Merchants['demo'], domain: string, name: string) {
  try {
    return demo.inspect(domain).order(name);
  } catch {
    return null;
  }
}
