import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exportRow,
  itemRow,
  ordersExport,
} from '../../electron/engine/imports/test-support/orders-export.ts';
import { expect, test } from '../support/test.ts';

const HOUR = 60 * 60 * 1000;
/** As the export writes times. */
const ago = (hours: number): string =>
  new Date(Date.now() - hours * HOUR).toISOString().replace('T', ' ').replace(/\..*/, ' +0000');
const order = (n: number, over: Parameters<typeof exportRow>[1] = {}) =>
  exportRow(n, { 'Created at': ago(3 + n), 'Paid at': ago(3 + n), ...over });

const upload = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a merchant without API access brings orders with broken rows, errors and links, and sees what is stuck', async ({
  openConsole,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-import-e2e-'));
  const { page } = await openConsole(['--home', home, '--own'], { ...process.env, UNSTUCK_KEYCHAIN: 'file' });

  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Connect a store/ })
    .click();
  await page.getByText('No API access?').click();
  const form = page.locator('form').filter({ hasText: 'Add a read-only store' });
  await form.getByLabel('Name').fill('Atelier Papier');
  await form.getByLabel('Shop domain').fill('atelier-papier.myshopify.com');
  await form.getByLabel('Countries that sync').fill('FR');
  await form.getByLabel('Through Bigblue’s import file').check();
  await form.getByRole('button', { name: 'Add a read-only store' }).click();

  const sheet = page.getByRole('dialog', { name: 'Import a file' });
  await expect(sheet.getByLabel('Into the store')).toHaveValue('atelier-papier');
  const rows = [
    order(1),
    order(2, { Tags: 'bigblue-ignore', Notes: 'Gift,\n"fragile"' }),
    itemRow(2),
    order(3, { Total: '84,50 €' }),
    order(4, { 'Shipping Zip': '' }),
    order(5),
    itemRow(5, { 'Lineitem quantity': 'two' }),
  ];
  await sheet.getByLabel('Choose a file').setInputFiles(upload('orders_export.csv', ordersExport(rows)));
  await expect(sheet.getByLabel('What it is')).toHaveValue('shopify-orders-csv');
  await expect(sheet.getByRole('columnheader', { name: 'Lineitem sku' })).toBeVisible();
  await expect(sheet.getByRole('columnheader', { name: /^Vendor/ })).toContainText('not read');
  await page.keyboard.press('Control+Enter');

  await expect(sheet.getByRole('heading', { name: '3 of 5 imported' })).toBeVisible();
  const rejected = sheet.getByRole('row');
  await expect(rejected.filter({ hasText: 'Total' })).toContainText('“84,50 €” is no amount of money');
  await expect(rejected.filter({ hasText: 'Lineitem quantity' })).toContainText('8');
  await expect(sheet.getByText('Rules that cannot run')).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Download what was left out (CSV)' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('5,Total,');

  await sheet.getByRole('button', { name: 'Import another file' }).click();
  await sheet.getByLabel('Or paste text').fill('#1001\tProduct 47563746279730 not found\nhello\n');
  await sheet.getByRole('button', { name: 'Look at the text' }).click();
  await expect(sheet.getByLabel('What it is')).toHaveValue('platform-errors');
  await sheet.getByRole('button', { name: /^Import(?! another)/ }).click();
  await expect(sheet.getByRole('heading', { name: '1 of 2 imported' })).toBeVisible();

  await sheet.getByRole('button', { name: 'Show the board' }).click();
  await expect(sheet).toHaveCount(0);
  for (const type of ['product_not_found', 'ignored_by_tag', 'postal_code_missing'])
    await expect(page.locator(`[data-type="${type}"] b`).first()).toHaveText('1');
  await expect(page.getByRole('navigation').getByRole('link', { name: /Atelier Papier/ })).toContainText('3');

  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await sheet
    .getByLabel('Choose a file')
    .setInputFiles(upload('links.csv', 'sku;product\nunknown;DIGG-000001-0001\n'));
  await expect(sheet.getByLabel('What it is')).toHaveValue('links-csv');
  await sheet.getByRole('button', { name: /^Import(?! another)/ }).click();
  await expect(sheet.getByText('Every row was understood.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('link', { name: 'Stores', exact: true }).click();
  const card = page.getByRole('article').filter({ hasText: 'atelier-papier.myshopify.com' });
  await expect(card.getByText('read-only', { exact: true })).toBeVisible();
  await expect(card.getByText('Our rules foresee 0 of 1 errors that Bigblue reports')).toBeVisible();
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
