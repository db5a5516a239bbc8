import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright/test';
import { z } from 'zod';
import { lockHome } from '../../electron/engine/db/lock.ts';
import { enginesOf, openStandInConsole, startStandIn } from '../support/hosts/stand-in-console.ts';
import { connectMerchants, type Merchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

/** The number on the tile of an error type. */
const countOn = (page: Page, type: string) => page.locator(`[data-type="${type}"] b`).first();

let merchants: Merchants;
test.beforeAll(async () => {
  merchants = await connectMerchants({ orders: 240, stores: 2 });
});
test.afterAll(() => merchants.close());

const ready = (page: Page) =>
  expect(countOn(page, 'ignored_by_tag')).toHaveText(
    String(merchants.demo.seededCounts().total.errors.ignored_by_tag),
    { timeout: 60_000 },
  );

test('an engine that crashes comes back by itself, and the page says so and stays where it was', async ({
  openConsole,
}) => {
  const { page, enginePid } = await openConsole(['--home', merchants.home], merchants.env);
  await ready(page);
  await page.locator('[data-type="ignored_by_tag"]').click();
  await page.getByRole('option').first().click();
  const order = await page.getByRole('article').getByRole('heading').first().textContent();
  const before = await enginePid();

  process.kill(before, 'SIGKILL');
  await expect(page.getByText('Connecting again by itself')).toBeVisible();
  await expect(page.getByText('Connecting again by itself')).toBeHidden();
  expect(await enginePid()).not.toBe(before);
  await expect(page.getByRole('article').getByRole('heading').first()).toHaveText(order ?? '');
  await expect(page.locator('[role="option"][aria-current]')).toBeVisible();

  // The new life answers: a number that only it can know now.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Sync/ }).click();
  await ready(page);
});

test('an engine that crashes under a plan finds the selection and the draft as they were', async ({
  openConsole,
}) => {
  const { page, enginePid } = await openConsole(['--home', merchants.home], merchants.env);
  await ready(page);
  await page.locator('[data-type="ignored_by_tag"]').click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('toolbar')).toContainText(/^1 of/);
  await page.keyboard.press('x');
  const plan = page.getByRole('dialog', { name: 'Plan' });
  await plan.getByLabel('Reason').fill('sent by hand');
  await plan.getByLabel('Reason').press('Enter');
  await expect(plan.getByRole('button', { name: 'Dismiss for 1 order' })).toBeVisible();

  process.kill(await enginePid(), 'SIGKILL');
  await expect(page.getByText('Connecting again by itself')).toBeVisible();
  await expect(page.getByText('Connecting again by itself')).toBeHidden();
  await expect(plan.getByLabel('Reason')).toHaveValue('sent by hand');
  await expect(plan.getByRole('button', { name: 'Dismiss for 1 order' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar')).toContainText(/^1 of/);
});

test.describe('the page', () => {
  test.use({
    allowedComplaints: [
      /Content Security Policy|Refused to|violates|Failed to load|ERR_|Not allowed to load/,
    ],
  });

  test('has two named functions of the shell, and neither Node nor a way to other sites', async ({
    openConsole,
  }) => {
    const { page } = await openConsole(['--home', merchants.home], merchants.env);
    await ready(page);
    const reach = await page.evaluate(async () => {
      const name = 'unstuckDesktop';
      const bridge: unknown = Reflect.get(globalThis, name);
      const fetched = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      );
      return {
        bridge: typeof bridge === 'object' && bridge !== null ? Object.keys(bridge).toSorted() : [],
        node: ['require', 'process', 'module', 'Buffer'].filter((global) => global in globalThis),
        fetched,
      };
    });
    expect(reach).toEqual({ bridge: ['connect', 'onEngineEnded'], node: [], fetched: 'refused' });
  });

  test('stays where it is; links on the list open outside, and no others', async ({ openConsole }) => {
    const { page, openedOutside } = await openConsole(['--home', merchants.home], merchants.env);
    await ready(page);
    const here = page.url();
    await page.evaluate(() => {
      open('https://admin.shopify.com/store/atelier-nord/orders/1', '_blank', 'noreferrer');
      open('https://admin.shopify.com.example/', '_blank');
      open('http://admin.shopify.com/', '_blank');
      open('file:///etc/passwd', '_blank');
    });
    await expect.poll(openedOutside).toEqual(['https://admin.shopify.com/store/atelier-nord/orders/1']);
    await page.evaluate(() => location.assign('https://example.com/'));
    await ready(page);
    expect(page.url()).toBe(here);
    expect(await openedOutside()).toHaveLength(1);
  });
});

test('a nonce that is none gets no port, and a port only the request that it was asked with', async ({
  openConsole,
}) => {
  const { page } = await openConsole(['--home', merchants.home], merchants.env);
  await ready(page);
  const delivered = await page.evaluate(async () => {
    const bridge: unknown = Reflect.get(globalThis, 'unstuckDesktop');
    const connect: unknown = typeof bridge === 'object' && bridge ? Reflect.get(bridge, 'connect') : null;
    if (typeof connect !== 'function') throw new Error('There is no bridge.');
    const got: unknown[] = [];
    addEventListener('message', ({ data }) => got.push(data));
    const arrived = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    connect('no');
    connect({ nonce: 'a-nonce-of-its-own' });
    connect('a-nonce-of-its-own');
    await arrived;
    return got;
  });
  expect(delivered).toEqual([{ type: 'unstuck.port', nonce: 'a-nonce-of-its-own' }]);
});

test.describe('main, on the stand-in', () => {
  test('speaks the page’s language in its menu', async () => {
    const { page, notes, close } = await openStandInConsole(['--home', merchants.home], merchants.env);
    await ready(page);
    const menu = () => notes.findLast((note) => note.type === 'menu')?.labels[0];
    expect(menu()).toBe('File');
    await page.getByRole('button', { name: 'Français' }).click();
    await expect.poll(menu).toBe('Fichier');
    await close();
  });

  test('keeps the databases’ key in the keychain, encrypted, and opens the workspace with it again', async () => {
    const home = await mkdtemp(join(tmpdir(), 'unstuck-keychain-'));
    const { UNSTUCK_KEYCHAIN: _file, ...env } = merchants.env;
    for (const start of ['first', 'second']) {
      const { page, close } = await openStandInConsole(['--home', home], env);
      await expect(page.getByText('Demo data'), start).toBeVisible({ timeout: 60_000 });
      await close();
    }
    const kept = z
      .record(z.string(), z.base64())
      .parse(JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')));
    expect(Object.keys(kept)).toEqual(['database-key']);
    expect(Buffer.from(kept['database-key'] ?? '', 'base64').toString()).not.toMatch(/^[0-9a-f]{64}$/);
    await rm(home, { recursive: true });
  });

  test('without a keychain keeps no token on disk', async () => {
    const home = await mkdtemp(join(tmpdir(), 'unstuck-no-keychain-'));
    const { UNSTUCK_KEYCHAIN: _file, ...env } = merchants.env;
    const { page, close } = await openStandInConsole(['--home', home], {
      ...env,
      STAND_IN_KEYCHAIN: 'basic_text',
    });
    await expect(page.getByText('Demo data')).toBeVisible({ timeout: 60_000 });
    await close();
    await expect(readFile(join(home, 'secrets.json'))).rejects.toThrow(/ENOENT/);
    await rm(home, { recursive: true });
  });

  test('saves what the page made as a report where the person says, and nothing else', async () => {
    const { page, notes, close } = await openStandInConsole(['--home', merchants.home], merchants.env);
    await ready(page);
    for (const name of ['setup.exe', 'incidents.csv'])
      await page.evaluate((fileName) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['order;error']));
        link.download = fileName;
        link.click();
      }, name);
    const dialogs = () => notes.flatMap((note) => (note.type === 'save-dialog' ? [basename(note.path)] : []));
    await expect.poll(dialogs).toEqual(['incidents.csv']);
    await close();
  });

  test('shows a page whose process crashed again, at the view where it was', async () => {
    const { page, notes, close } = await openStandInConsole(['--home', merchants.home], merchants.env);
    await ready(page);
    await page.locator('[data-type="ignored_by_tag"]').click();
    await expect(page.getByRole('option').first()).toBeVisible();
    const url = page.url();
    const session = await page.context().newCDPSession(page);
    // Under the stand-in it comes back as another page of Chromium's, since Playwright gives up one that crashed.
    const comesBack = page.context().waitForEvent('page');
    void session.send('Page.crash').catch(() => undefined);
    const again = await comesBack;
    await expect(again.getByRole('option').first()).toBeVisible();
    expect(again.url()).toBe(url);
    expect(enginesOf(notes)).toHaveLength(1);
    await close();
  });

  test('says in a dialog what keeps the engine from opening', async () => {
    const home = await mkdtemp(join(tmpdir(), 'unstuck-held-'));
    const lock = lockHome(home);
    const { child, notes } = startStandIn(['--home', home], merchants.env);
    await expect
      .poll(() => notes.find((note) => note.type === 'dialog'))
      .toMatchObject({
        message: 'Unstuck cannot open its data',
        detail: expect.stringContaining(home),
      });
    // The dialog's second button quits.
    await expect.poll(() => child.exitCode).toBe(0);
    lock.release();
    await rm(home, { recursive: true });
  });

  test('is one instance per data directory', async () => {
    const { page, close } = await openStandInConsole(['--home', merchants.home], merchants.env);
    const second = startStandIn(['--home', merchants.home], merchants.env);
    await expect.poll(() => second.child.exitCode).toBe(0);
    expect(second.notes).toEqual([]);
    await ready(page);
    await close();
  });
});
