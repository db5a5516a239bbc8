/** `node scripts/screenshots.ts`: the pictures of README and guide, in both languages and themes, from demo merchants. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { chromiumExecutable } from '../e2e/support/chromium-executable.ts';
import { openWorkspace } from '../electron/hosts/open-workspace.ts';
import { openSecrets } from '../electron/hosts/secrets.ts';
import { startWebHost } from '../electron/hosts/web-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'docs', 'images');

const REVIEW = { en: 'Review: Remove the tag', fr: 'Voir le correctif : Retirer le tag' } as const;
const ALL = { en: 'Select all matching orders', fr: 'Sélectionner toutes les commandes du filtre' } as const;

const home = await mkdtemp(join(tmpdir(), 'unstuck-pictures-'));
const workspace = await openWorkspace({
  home,
  host: 'web',
  demo: true,
  own: false,
  openSecrets: (folder) => openSecrets(folder, { UNSTUCK_KEYCHAIN: 'file' }),
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
await page.waitForTimeout(8_000); // the first sync of all four merchants

for (const lang of ['en', 'fr'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const shot = (name: string) => page.screenshot({ path: join(out, `${name}-${lang}-${theme}.png`) });
    await show(page, `lang=${lang}&theme=${theme}`);
    await page.locator('[data-type="ignored_by_tag"]').waitFor();
    await shot('board');
    await show(page, `lang=${lang}&theme=${theme}&type=ignored_by_tag`);
    await page.getByRole('article').waitFor();
    await page.getByRole('checkbox', { name: ALL[lang] }).check();
    await page.waitForTimeout(500);
    await shot('group');
    await page.getByRole('button', { name: REVIEW[lang] }).click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await shot('plan');
    await page.keyboard.press('Escape');
  }
}
await browser.close();
await host.close();
await workspace.close();
await rm(home, { recursive: true, force: true });
console.log(`Pictures are in ${out}`);

async function show(on: Page, search: string): Promise<void> {
  const { origin } = new URL(host.url);
  await on.goto(`${origin}/?${search}`);
  await on.waitForTimeout(1_200); // past the skeletons
}
