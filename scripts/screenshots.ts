/** `node scripts/screenshots.ts`: the pictures of README and guide, in both languages and themes, from demo merchants. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { chromiumExecutable } from '../e2e/support/chromium-executable.ts';
import { openWorkspace } from '../electron/hosts/open-workspace.ts';
import { openSecrets } from '../electron/hosts/secrets.ts';
import { startMerchants } from '../electron/hosts/start-merchants.ts';
import { startWebHost } from '../electron/hosts/web-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'docs', 'images');

const REVIEW = /^(Review: Remove the tag|Voir le correctif : Retirer le tag)$/;
const ALL_MATCHING = /^(Select all matching orders|Sélectionner toutes les commandes du filtre)$/;

const home = await mkdtemp(join(tmpdir(), 'unstuck-pictures-'));
const running = await startMerchants();
const workspace = await openWorkspace({
  home,
  host: 'web',
  demo: true,
  own: false,
  openSecrets: () => openSecrets(home, { UNSTUCK_KEYCHAIN: 'file' }),
  merchants: async () => running.merchants,
});
const host = await startWebHost({
  service: workspace.service,
  assetsDir: join(root, 'dist/renderer'),
  logger: workspace.logger,
});
workspace.start();
const browser = await chromium.launch({
  executablePath: await chromiumExecutable(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await mkdir(out, { recursive: true });
await page.goto(host.url);
await page.locator('[data-type="ignored_by_tag"]').waitFor();
// The first sync of all four merchants has ended, however busy this machine is.
await page.getByRole('button', { name: /^Sync just now/ }).waitFor({ timeout: 180_000 });

await eachLook(async (look, shot) => {
  await show(page, look);
  await page.locator('[data-type="ignored_by_tag"]').waitFor();
  await shot('board');
  await show(page, `${look}&type=ignored_by_tag`);
  await page.getByRole('article').waitFor();
  await page.getByRole('checkbox', { name: ALL_MATCHING }).check();
  await page.waitForTimeout(500);
  await shot('group');
  await page.getByRole('button', { name: REVIEW }).click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await shot('plan');
  await page.keyboard.press('Escape');
  await show(page, `${look}&page=search&q=is:stuck%20age%3E2d`);
  await page.getByRole('option').first().waitFor();
  await shot('search');
  for (const name of ['reports', 'stores']) {
    await show(page, `${look}&page=${name}`);
    await shot(name);
  }
});

// A run that waits for the network: the queue as an agent without one sees it.
await show(page, 'lang=en&page=outbox');
await page.getByRole('button', { name: 'Work offline' }).click();
await show(page, 'lang=en&type=ignored_by_tag');
await page.getByRole('checkbox', { name: ALL_MATCHING }).check();
await page.getByRole('button', { name: REVIEW }).click();
await page.getByRole('button', { name: /^Remove the tag for/ }).click();
await page.getByRole('dialog', { name: 'Run' }).waitFor();
const run = new URL(page.url()).searchParams.get('run') ?? '';
await eachLook(async (look, shot) => {
  await show(page, `${look}&page=outbox`);
  await shot('outbox');
  await show(page, `${look}&page=outbox&run=${run}`);
  await page.getByRole('dialog').waitFor();
  await shot('run');
});
await browser.close();
await host.close();
await workspace.close();
await running.close();
await rm(home, { recursive: true, force: true });
console.log(`Pictures are in ${out}`);

async function show(on: Page, search: string): Promise<void> {
  const { origin } = new URL(host.url);
  await on.goto(`${origin}/?${search}`);
  await on.waitForTimeout(1_200); // past the skeletons
}

/** Once in each language and theme; `look` is what the page's address says of both. */
async function eachLook(
  take: (look: string, shot: (name: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  for (const lang of ['en', 'fr'])
    for (const theme of ['light', 'dark'])
      await take(`lang=${lang}&theme=${theme}`, (name) =>
        page.screenshot({ path: join(out, `${name}-${lang}-${theme}.png`) }),
      );
}
