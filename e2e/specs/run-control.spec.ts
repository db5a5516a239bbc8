/** What an agent decides about runs, and what becomes of the orders afterwards, judged by what the merchants hold. */
import type { Page } from 'playwright/test';
import { connectMerchants, type Merchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

const nav = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) });

async function syncUntil(page: Page, holds: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: /^Sync/ }).click();
    await holds();
  }).toPass({ timeout: 60_000, intervals: [2_000] });
}

const tile = (page: Page, type: string) => page.locator(`[data-type="${type}"]`);

/** Opens the plan of a fix for every order of a type. */
async function planAll(page: Page, type: string, fix: string): Promise<void> {
  await nav(page, 'Triage').click();
  await tile(page, type).click();
  await page.getByRole('checkbox', { name: 'Select all matching orders' }).check();
  await page.getByRole('button', { name: `Review: ${fix}` }).click();
  await expect(page.getByRole('dialog', { name: 'Plan' })).toBeVisible();
}

const commit = (page: Page, fix: string) =>
  page.getByRole('button', { name: new RegExp(`^${fix} for \\d+ orders?`) });

const inOutbox = (page: Page) => page.getByRole('list', { name: 'To be sent, in this order' });

test.describe('runs', () => {
  let merchants: Merchants;
  test.beforeEach(async () => {
    merchants = await connectMerchants({ orders: 400, stores: 1 });
  });
  test.afterEach(() => merchants.close());

  const withTag = (): number => {
    const { demo } = merchants;
    const domain = demo.stores[0]?.domain ?? '';
    return demo
      .inspect(domain)
      .withError('ignored_by_tag')
      .filter(({ order }) => order.tags.some((tag) => tag.toLowerCase() === 'bigblue-ignore')).length;
  };

  test('are scheduled, put first, paused and let go, and their orders watched until the platform has them', async ({
    openConsole,
  }) => {
    const { home, env } = merchants;
    const { page } = await openConsole(['--home', home], env);
    await syncUntil(page, () =>
      expect(tile(page, 'ignored_by_tag').locator('b').first()).not.toHaveText('0', { timeout: 1_500 }),
    );
    const tagged = withTag();
    await nav(page, 'Outbox').click();
    await page.getByRole('button', { name: 'Work offline' }).click();

    await planAll(page, 'ignored_by_tag', 'Remove the tag');
    await page.getByLabel('When', { exact: true }).selectOption('at');
    await page.getByLabel('Start').fill('2020-01-01T09:00');
    await expect(page.getByText('This time is over')).toBeVisible();
    await expect(commit(page, 'Remove the tag')).toBeDisabled();
    await page.getByLabel('Start').fill('2999-01-01T09:00');
    await commit(page, 'Remove the tag').click();
    const run = page.getByRole('dialog', { name: 'Run' });
    await expect(run).toContainText(/Its run starts/);
    await page.keyboard.press('Escape');

    await planAll(page, 'postal_code_missing', 'Set the postal code');
    await commit(page, 'Set the postal code').click();
    await page.keyboard.press('Escape');

    await nav(page, 'Outbox').click();
    await expect(inOutbox(page).getByRole('listitem').first()).toContainText('Remove the tag');
    const postal = inOutbox(page).getByRole('listitem').filter({ hasText: 'Set the postal code' });
    await postal.getByRole('button', { name: 'Put first' }).click();
    await expect(inOutbox(page).getByRole('listitem').first()).toContainText('Set the postal code');
    await postal.getByRole('button', { name: 'Pause' }).click();
    await expect(postal).toContainText('paused');

    await page.getByRole('button', { name: 'Go online' }).click();
    await postal.getByRole('button', { name: 'Resume' }).click();
    await expect(postal).toHaveCount(0, { timeout: 60_000 });
    expect(withTag()).toBe(tagged);

    await inOutbox(page)
      .getByRole('link', { name: /Remove the tag/ })
      .click();
    await page.keyboard.press('c');
    await run.getByLabel('When', { exact: true }).selectOption('now');
    await run.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(run).toContainText(`${tagged} of ${tagged} writes done`, { timeout: 60_000 });
    expect(withTag()).toBe(0);
    // One of them is kept by something else too.
    const after = run.getByRole('status', { name: 'After the fix' });
    await expect(after).toContainText(/\d+ solved/, { timeout: 60_000 });
    await expect(after).not.toContainText('being watched', { timeout: 60_000 });
  });

  test('that are tried first stop at a conflict, say why, and leave the rest as it is', async ({
    openConsole,
  }) => {
    const { demo, home, env } = merchants;
    const domain = demo.stores[0]?.domain ?? '';
    const { page } = await openConsole(['--home', home], env);
    await syncUntil(page, () =>
      expect(tile(page, 'postal_code_missing').locator('b').first()).not.toHaveText('0', {
        timeout: 1_500,
      }),
    );
    await nav(page, 'Outbox').click();
    await page.getByRole('button', { name: 'Work offline' }).click();
    await planAll(page, 'postal_code_missing', 'Set the postal code');
    await page.getByLabel('Try it first').selectOption('trial');
    await page.getByLabel('Stop when more fail than').fill('120');
    await expect(commit(page, 'Set the postal code')).toBeDisabled();
    await page.getByLabel('Stop when more fail than').fill('10');
    await commit(page, 'Set the postal code').click();
    const run = page.getByRole('dialog', { name: 'Run' });
    await expect(run).toContainText(/stage 1 of [23]/);
    await page.keyboard.press('Escape');

    for (const { order } of demo.inspect(domain).withError('postal_code_missing'))
      demo.act.setAddress(domain, order.name, { zip: 'T12 AB34' });
    await nav(page, 'Outbox').click();
    await page.getByRole('button', { name: 'Go online' }).click();
    await expect(page.getByRole('tab', { name: 'Needs a decision 1' })).toBeVisible({ timeout: 30_000 });
    await expect(inOutbox(page)).toContainText('stopped');
    await inOutbox(page)
      .getByRole('link', { name: /Set the postal code/ })
      .click();
    await expect(run).toContainText('Stopped in stage 1 of');
    await expect(run).toContainText('More than 10 % failed');
    await page.keyboard.press('x');
    await run.getByRole('button', { name: 'Take them back' }).click();
    await expect(run.getByText('cancelled').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(inOutbox(page)).toHaveCount(0);
    for (const { order } of demo.inspect(domain).withError('postal_code_missing'))
      expect(order.shippingAddress?.zip).toBe('T12 AB34');
  });
});

test.describe('a solved order', () => {
  let merchants: Merchants;
  test.beforeEach(async () => {
    merchants = await connectMerchants({ orders: 200, stores: 1, withoutPlatform: true });
  });
  test.afterEach(() => merchants.close());

  test('that is stuck again is flagged on board, search and pane, with the run that had solved it', async ({
    openConsole,
  }) => {
    const { demo, home, env } = merchants;
    const domain = demo.stores[0]?.domain ?? '';
    const { page } = await openConsole(['--home', home], env);
    await syncUntil(page, () =>
      expect(tile(page, 'ignored_by_tag').locator('b').first()).not.toHaveText('0', { timeout: 1_500 }),
    );
    await planAll(page, 'ignored_by_tag', 'Remove the tag');
    await commit(page, 'Remove the tag').click();
    const run = page.getByRole('dialog', { name: 'Run' });
    const after = run.getByRole('status', { name: 'After the fix' });
    await expect(after).toContainText(/\d+ solved/, { timeout: 60_000 });
    await expect(after).not.toContainText('being watched', { timeout: 60_000 });
    const name = await run
      .getByRole('listitem')
      .filter({ hasText: 'solved' })
      .first()
      .locator('b')
      .innerText();
    await page.keyboard.press('Escape');

    demo.act.tagOrder(domain, name, 'bigblue-ignore');
    demo.act.moveTime(5_000);
    await nav(page, 'Triage').click();
    await syncUntil(page, () =>
      expect(tile(page, 'ignored_by_tag')).toContainText('1 stuck again', { timeout: 1_500 }),
    );
    await tile(page, 'ignored_by_tag')
      .getByRole('link', { name: /stuck again/ })
      .click();
    await page.getByRole('option').filter({ hasText: name }).first().click();
    const order = page.getByRole('article');
    await expect(order).toContainText('Stuck again after it was solved.');
    await order.getByRole('button', { name: 'Open that run' }).click();
    await expect(after).toContainText('1 stuck again');
  });
});
