import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from '../support/test.ts';

const { UNSTUCK_KEYCHAIN: _given, ...env } = process.env;
let home: string;
test.beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'unstuck-crashes-'));
});
test.afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

const tile = (page: Page) => page.locator('[data-type="ignored_by_tag"]');
const tagged = async (page: Page): Promise<number> =>
  Number(await tile(page).locator('b').first().textContent());

/** Reads all four merchants to their end. */
async function sync(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Sync/ });
  // Whatever is under way already, then all of them.
  await expect(button).not.toContainText('Syncing', { timeout: 60_000 });
  await button.click();
  await expect(button).not.toContainText('Syncing', { timeout: 60_000 });
  await button.click();
  await expect(button).not.toContainText('Syncing', { timeout: 60_000 });
}

// Nobody's complaint: the page says by itself that the engine is gone.
test.use({ allowedComplaints: [/ERR_CONNECTION_REFUSED|WebSocket|Failed to load resource/] });

test('an engine that crashes on demo merchants finds them as they were: what was fixed stays fixed', async ({
  openConsole,
}) => {
  const { page, enginePid } = await openConsole(['--home', home, '--demo'], {
    ...env,
    UNSTUCK_KEYCHAIN: 'file',
  });
  await expect(page.getByText('Demo data')).toBeVisible({ timeout: 60_000 });
  await sync(page);
  const before = await tagged(page);
  expect(before).toBeGreaterThan(4);

  await tile(page).click();
  await page.getByRole('checkbox', { name: 'Select all matching orders' }).check();
  await page.getByRole('button', { name: 'Review: Remove the tag' }).click();
  await page.getByRole('button', { name: /^Remove the tag for \d+ orders$/ }).click();
  const run = page.getByRole('dialog', { name: 'Run' });
  await expect(run.getByRole('button', { name: 'Undo this run' })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('link', { name: 'Triage' }).click();
  await sync(page);
  await expect(tile(page)).toContainText('none stuck', { timeout: 60_000 });

  const life = await enginePid();
  process.kill(life, 'SIGKILL');
  await expect(page.getByText('Connecting again by itself')).toBeVisible();
  await expect(page.getByText('Connecting again by itself')).toBeHidden({ timeout: 60_000 });
  expect(await enginePid()).not.toBe(life);

  await sync(page);
  await expect(tile(page)).toContainText('none stuck');
  await page.getByRole('navigation').getByRole('link', { name: 'Outbox' }).click();
  await expect(page.getByRole('link', { name: /Remove the tag/ })).toBeVisible();
});
