import type { Locator, Page } from 'playwright/test';
import { expect } from './test.ts';

/** Presses keys one after another: `press(page, 'g', 'o')`. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Tab by Tab, as a person without a mouse would, until `target` has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 160; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

/** What has the focus, where a person can see it; null where they cannot. */
export const focusInSight = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body || !at.matches(':focus-visible')) return null;
    const box = at.getBoundingClientRect();
    const isInSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return isInSight ? (at.getAttribute('role') ?? at.tagName.toLowerCase()) : null;
  });

/** From here on notes the use of a mouse, for `expectNoMouse`. */
export const watchForMouse = (page: Page): Promise<void> =>
  page.evaluate(() => {
    addEventListener('pointerdown', () => document.documentElement.setAttribute('data-pointer', ''), true);
  });

export async function expectNoMouse(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('data-pointer'), 'a mouse was used').toBeNull();
}
