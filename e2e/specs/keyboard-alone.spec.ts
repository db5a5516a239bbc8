import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectNoMouse, focusInSight as focus, press, tabTo, watchForMouse } from '../support/by-keyboard.ts';
import { expect, test } from '../support/test.ts';

test('a first run, a fix, its outbox, its undo and its report go by keyboard alone', async ({
  openConsole,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-keyboard-'));
  const { page } = await openConsole(['--home', home], { ...process.env, UNSTUCK_KEYCHAIN: 'file' });
  await watchForMouse(page);
  const tile = page.locator('[data-type="ignored_by_tag"]');
  await expect(page.getByRole('heading', { name: 'Fix once, unblock many' })).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByRole('button', { name: /^Sync just now/ })).toBeVisible({ timeout: 90_000 });
  const tagged = Number(await tile.locator('b').first().innerText());

  await test.step('the overview names the keys of the screen, in both languages', async () => {
    await press(page, '?');
    const help = page.getByRole('complementary', { name: 'Keyboard shortcuts' });
    await expect(help).toContainText('Review the fix of the chosen cause');
    await press(page, 'v', 'l');
    await expect(page.getByRole('complementary', { name: 'Raccourcis clavier' })).toContainText(
      'Cause suivante',
    );
    await press(page, 'v', 'l', 'Escape');
    await expect(help).toBeHidden();
  });

  await test.step('offline, from the board into a group', async () => {
    await press(page, 'g', 'o');
    await expect.poll(() => focus(page)).toBe('h1');
    await press(page, 'o');
    await expect(page.getByRole('button', { name: 'Go online' })).toBeVisible();
    await press(page, 'g', 't', 'j');
    await expect.poll(() => focus(page)).toBe('a');
    await press(page, '9');
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => focus(page)).toBe('listbox');
  });

  await test.step('along the causes, into an order and out, over the playbook', async () => {
    await press(page, 'c', 'ArrowDown', 'Enter');
    await expect(page).toHaveURL(/cause=/);
    await press(page, 'c', 'ArrowUp', 'Enter');
    await expect(page).not.toHaveURL(/cause=/);
    await press(page, 'l', 'j', 'Enter');
    await expect.poll(() => focus(page)).toBe('group');
    await tabTo(page, page.getByRole('article').getByRole('button', { name: 'Remove the tag' }).first());
    await press(page, 'Escape');
    await expect.poll(() => focus(page)).toBe('listbox');
    await press(page, 'p');
    await expect(page.getByRole('article', { name: 'Playbook' })).toContainText(
      'Or remove it from every order',
    );
    await press(page, 'p');
    await expect.poll(() => focus(page)).toBe('listbox');
  });

  const plan = page.getByRole('dialog', { name: 'Plan' });
  const run = page.getByRole('dialog', { name: 'Run' });
  await test.step('selects one, a range, all', async () => {
    await press(page, 'Home', 'Space', 'ArrowDown', 'ArrowDown', 'Shift+Space');
    await expect(page.getByText(`3 of ${tagged}`)).toBeVisible();
    await press(page, 'd');
    await expect(page.getByRole('toolbar')).toBeHidden();
    await press(page, 'a');
    await expect(page.getByText(`All ${tagged} matching`)).toBeVisible();
  });

  await test.step('plans, looks at what is left out, commits', async () => {
    await press(page, 'f');
    await expect(plan.getByRole('button', { name: `Remove the tag for ${tagged} orders` })).toBeVisible();
    await press(page, 'Escape');
    await expect(plan).toBeHidden();
    await expect.poll(() => focus(page)).toBe('listbox');
    await press(page, 'f');
    await expect(plan.getByRole('button', { name: `Remove the tag for ${tagged} orders` })).toBeVisible();
    await tabTo(page, plan.getByLabel('Fix', { exact: true }));
    await press(page, 'Control+Enter');
    await expect(run).toContainText(`0 of ${tagged} writes done`);
    await press(page, 'Escape');
    await expect(run).toBeHidden();
    await expect.poll(() => focus(page)).not.toBeNull();
  });

  await test.step('cancels one write in the outbox; the focus goes to the next', async () => {
    await press(page, 'g', 'o');
    await expect(page.getByRole('tab', { name: `Waiting ${tagged}` })).toBeVisible();
    // The tab counts before the writes themselves are read.
    await expect(page.locator('[data-write]').first()).toBeVisible();
    await press(page, 'j', 'j', 'k', 'x');
    await expect(page.getByRole('tab', { name: `Waiting ${tagged - 1}` })).toBeVisible();
    await expect.poll(() => focus(page)).toBe('li');
    await press(page, 'p');
    await expect(page.getByRole('button', { name: 'Resume sending' })).toBeVisible();
    await press(page, 'p', 'o');
    await tabTo(page, page.getByRole('tab', { name: /^Waiting/ }));
    await press(page, 'ArrowRight');
    await expect(page.getByRole('tab', { name: `Done ${tagged - 1}`, selected: true })).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('undoes the run', async () => {
    await tabTo(page, page.getByRole('link', { name: /^Remove the tag/ }));
    await press(page, 'Enter');
    await expect(run).toContainText(`${tagged - 1} of ${tagged} writes done`);
    await press(page, 'Control+z');
    await expect(run).toContainText(/go back to what they were|stay as they are|stays as it is/);
    await press(page, 'Control+Enter');
    // In the sheet itself, which may be the one of the undo by now: its keys come with what it says.
    await expect(run).toContainText(/stay as they are|stays as it is|Undo of/);
  });

  await test.step('writes the report of its period', async () => {
    await press(page, 'r');
    await expect(page.getByRole('heading', { name: 'Incident report' })).toBeVisible();
    await expect(page.getByLabel('From', { exact: true })).not.toHaveValue('');
    const download = page.waitForEvent('download');
    await press(page, 'Control+Enter');
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file.split('\r\n').filter((line) => line.includes('remove_ignore_tag'))).not.toEqual([]);
    await expect.poll(() => focus(page)).not.toBeNull();
  });

  await expectNoMouse(page);
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
