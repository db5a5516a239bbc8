import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeFaults, LOOKS } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';

test('axe finds nothing on any screen, in either theme', async ({ openConsole }) => {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-axe-'));
  const { page } = await openConsole(['--home', home], { ...process.env, UNSTUCK_KEYCHAIN: 'file' });
  await expect(page.locator('[data-type="ignored_by_tag"]')).not.toContainText('none stuck', {
    timeout: 60_000,
  });
  const base = new URL(page.url());

  for (const theme of ['light', 'dark']) {
    for (const view of [
      '',
      'type=ignored_by_tag',
      'type=ignored_by_tag&tab=dismissed',
      'page=search',
      'page=search&q=is:stuck',
      'page=search&q=no:such',
      'page=outbox',
      'page=reports',
      'page=stores',
      'import=open',
    ]) {
      await page.goto(`${base.origin}${base.pathname}?theme=${theme}&${view}`);
      await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
      if (view === 'type=ignored_by_tag') await expect(page.getByRole('article')).toBeVisible();
      expect({ theme, view, faults: await axeFaults(page) }).toEqual({ theme, view, faults: [] });
    }
    await page.goto(`${base.origin}${base.pathname}?theme=${theme}&type=ignored_by_tag`);
    await page.getByRole('checkbox', { name: 'Select all matching orders' }).check();
    await page.getByRole('button', { name: /^Review/ }).click();
    await expect(page.getByRole('button', { name: /^Remove the tag for/ })).toBeVisible();
    expect({ theme, view: 'plan', faults: await axeFaults(page) }).toEqual({
      theme,
      view: 'plan',
      faults: [],
    });
    await page.keyboard.press('Escape');
  }
  await rm(home, { recursive: true, force: true });
});

test('axe finds nothing in a queue that waits, its run’s sheet and a connect form with faults, in either language', async ({
  openConsole,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-axe-'));
  const { page } = await openConsole(['--home', home], { ...process.env, UNSTUCK_KEYCHAIN: 'file' });
  await expect(page.locator('[data-type="ignored_by_tag"]')).not.toContainText('none stuck', {
    timeout: 60_000,
  });
  const { origin, pathname } = new URL(page.url());
  const show = (search: string) => page.goto(`${origin}${pathname}?${search}`);
  const expectNoFaults = async (look: string, view: string): Promise<void> =>
    expect({ look, view, faults: await axeFaults(page) }).toEqual({ look, view, faults: [] });

  await show('lang=en&page=outbox');
  await page.getByRole('button', { name: 'Work offline' }).click();
  await show('lang=en&type=ignored_by_tag');
  await page.getByRole('checkbox', { name: 'Select all matching orders' }).check();
  await page.getByRole('button', { name: /^Review/ }).click();
  await page.getByRole('button', { name: /^Remove the tag for/ }).click();
  await expect(page.getByRole('dialog', { name: 'Run' })).toBeVisible();
  const run = new URL(page.url()).searchParams.get('run') ?? '';
  for (const look of LOOKS) {
    await show(`${look}&page=outbox`);
    await expect(
      page
        .getByRole('region', { name: /^(Runs|Exécutions)$/ })
        .getByRole('link')
        .first(),
    ).toBeVisible();
    await expectNoFaults(look, 'outbox');
    await show(`${look}&page=outbox&run=${run}`);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoFaults(look, 'run');
  }

  await show('lang=en&page=stores');
  await page.getByRole('button', { name: 'Use my own stores' }).click();
  for (const look of LOOKS) {
    await show(`${look}&page=stores`);
    await page.getByRole('button', { name: /^(Connect|Connecter)$/ }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expectNoFaults(look, 'connect');
  }
  await rm(home, { recursive: true, force: true });
});
