import type { Page } from 'playwright/test';
import { fixtureOrders } from '../support/fixture-orders.ts';
import { fixtureService } from '../support/fixture-service.ts';
import { expect, test } from '../support/test.ts';

/** What has a ring around it, by its tag or role. */
const ringed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && outlineWidth !== '0px';
      })
      .map((element) => element.getAttribute('role') ?? element.tagName.toLowerCase()),
  );

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const view of ['', '?page=outbox', '?type=ignored_by_tag', '?page=search&q=an'])
  test(`a page that was only opened rings nothing: ${view || 'the board'}`, async ({ page, serve }) => {
    const host = await serve(fixtureService(fixtureOrders(30)));
    await page.goto(host.url.replace('/#', `/${view}#`));
    await expect(heading(page)).toBeVisible();
    await page.reload();
    await expect(heading(page)).toBeVisible();
    // The focus moves once the first answers are there.
    await expect(page.getByRole('navigation').getByRole('link', { name: /Atelier Nord/ })).toBeVisible();
    for (const home of await page.locator('[data-focus-home]').all()) {
      await home.focus();
      expect(await ringed(page)).toEqual([]);
    }
  });

test('a heading is ringed for whoever got there by keys, and for nobody who clicked', async ({
  page,
  serve,
}) => {
  const host = await serve(fixtureService(fixtureOrders(30)));
  await page.goto(host.url);
  await expect(heading(page)).toHaveText('Triage');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(heading(page)).toHaveText('Outbox');
  await expect(heading(page)).toBeFocused();
  await expect.poll(() => ringed(page)).toEqual(['h1']);

  await page.getByRole('navigation').getByRole('link', { name: 'Reports' }).click();
  await expect(heading(page)).toHaveText('Incident report');
  await heading(page).focus();
  expect(await ringed(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect.poll(() => ringed(page)).toHaveLength(1);
});
