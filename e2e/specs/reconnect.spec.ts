import type { Page } from 'playwright/test';
import { connectMerchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

const nav = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: name === 'Stores' });

test('a store whose token was revoked says so, blocks nobody else, and its writes go on once it is reconnected', async ({
  openConsole,
}) => {
  const merchants = await connectMerchants({ orders: 480, stores: 2 });
  const { demo, home, env } = merchants;
  const [revoked, other] = demo.stores;
  if (!revoked || !other) throw new Error('Two merchants were started.');
  const tagged = (domain: string): number =>
    demo
      .inspect(domain)
      .withError('ignored_by_tag')
      .filter(({ order }) => order.tags.some((tag) => tag.toLowerCase() === 'bigblue-ignore')).length;
  const ofRevoked = tagged(revoked.domain);
  expect(ofRevoked).toBeGreaterThan(0);

  const { page } = await openConsole(['--home', home], env);
  await expect(page.locator('[data-type="ignored_by_tag"] b').first()).toHaveText(
    String(ofRevoked + tagged(other.domain)),
    { timeout: 60_000 },
  );
  await page.locator('[data-type="ignored_by_tag"]').click();
  demo.act.revokeToken(revoked.domain);
  await page.getByRole('checkbox', { name: 'Select all matching orders' }).check();
  await page.getByRole('button', { name: 'Review: Remove the tag' }).click();
  await page.getByRole('button', { name: /^Remove the tag for/ }).click();
  await expect(page.getByRole('dialog', { name: 'Run' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect.poll(() => tagged(other.domain), { timeout: 30_000 }).toBe(0);
  expect(tagged(revoked.domain)).toBe(ofRevoked);
  await nav(page, 'Outbox').click();
  await expect(page.getByText('needs reconnecting').first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Sync/ }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: revoked.name })).toContainText(
    'reconnect',
    {
      timeout: 30_000,
    },
  );

  await nav(page, 'Triage').click();
  await page.getByRole('button', { name: 'Playbook', exact: true }).click();
  const playbook = page.getByRole('region', { name: `Playbook, ${revoked.name}` });
  await expect(playbook.getByRole('link', { name: 'Open' })).toHaveAttribute('href', /settings\/apps/);

  demo.act.restoreToken(revoked.domain);
  await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
  const card = page.getByRole('article').filter({ hasText: revoked.domain });
  await card.getByLabel('New access token').fill(revoked.token);
  await card.getByRole('button', { name: 'Reconnect' }).click();
  await expect.poll(() => tagged(revoked.domain), { timeout: 30_000 }).toBe(0);
  await expect(card.getByText('reconnect', { exact: true })).toHaveCount(0);
  expect(await page.content()).not.toContain(revoked.token);
  await merchants.close();
});
