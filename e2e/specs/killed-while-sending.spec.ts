import type { Page } from 'playwright/test';
import { connectMerchants, type Merchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

const nav = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) });
const tile = (page: Page, type: string) => page.locator(`[data-type="${type}"]`);

// Nobody's complaint: the page says by itself that the engine is gone.
test.use({ allowedComplaints: [/ERR_CONNECTION_REFUSED|WebSocket|Failed to load resource/] });

/** What the merchants have, whatever the app believes. */
function truthOf({ demo }: Merchants) {
  const tagged = demo.stores.flatMap(({ domain }) => demo.inspect(domain).withError('ignored_by_tag'));
  const mutations = () => demo.stores.flatMap(({ domain }) => demo.inspect(domain).mutations);
  return {
    tagged: tagged.length,
    stillTagged: () =>
      tagged.filter(({ order }) => order.tags.some((tag) => tag.toLowerCase() === 'bigblue-ignore')).length,
    /** How often a mutation (that names `what`) changed something. */
    took: (name: string, what = '') =>
      mutations()
        .filter(({ mutation, effect }) => mutation === name && effect === 'applied')
        .filter((it) => JSON.stringify(it.arguments).toLowerCase().includes(what)).length,
  };
}

test('fixes committed offline survive lost answers and a killed engine, a conflict is decided, and all is undone', async ({
  openConsole,
}) => {
  const merchants = await connectMerchants({
    orders: 480,
    stores: 2,
    least: { ignored_by_tag: 20 },
    // The platform takes nothing in meanwhile: that would not be undone.
    reprocessDelayMs: 3_600_000,
  });
  const { demo, home, env } = merchants;
  const truth = truthOf(merchants);
  const { page, enginePid } = await openConsole(['--home', home], env);
  await expect(tile(page, 'ignored_by_tag').locator('b').first()).toHaveText(String(truth.tagged), {
    timeout: 60_000,
  });

  // Two fixes without a connection: the tag of all, and the postal code of one that somebody sets meanwhile.
  await nav(page, 'Outbox').click();
  await page.getByRole('button', { name: 'Work offline' }).click();
  const { domain, name } = await setPostalCode(page, merchants, 'D02 AF30');
  demo.act.setAddress(domain, name, { zip: 'T12 AB34' });
  await nav(page, 'Triage').click();
  await tile(page, 'ignored_by_tag').click();
  await page.getByRole('checkbox', { name: 'Select all matching orders' }).check();
  await page.getByRole('button', { name: 'Review: Remove the tag' }).click();
  await page.getByRole('button', { name: /^Remove the tag for \d+ orders$/ }).click();
  await expect(page.getByRole('dialog', { name: 'Run' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(truth.stillTagged()).toBe(truth.tagged);

  // Online again: the first answers are lost, the others slow, and the engine is killed while it sends.
  demo.setFaults({
    rules: [
      { match: { operation: 'tagsRemove' }, times: 3, effect: { cut: 'after' } },
      { match: { operation: 'tagsRemove' }, effect: { latencyMs: 150 } },
    ],
  });
  await nav(page, 'Outbox').click();
  await page.getByRole('button', { name: 'Go online' }).click();
  await expect.poll(() => truth.took('tagsRemove'), { timeout: 30_000, intervals: [20] }).toBeGreaterThan(3);
  const life = await enginePid();
  process.kill(life, 'SIGKILL');
  await expect(page.getByText('Connecting again by itself')).toBeVisible();
  expect(truth.stillTagged()).toBeGreaterThan(0);
  demo.setFaults({ rules: [] });
  await expect(page.getByText('Connecting again by itself')).toBeHidden({ timeout: 60_000 });
  expect(await enginePid()).not.toBe(life);

  await expect(page.getByRole('tab', { name: `Done ${truth.tagged}` })).toBeVisible({ timeout: 60_000 });
  expect(truth.stillTagged()).toBe(0);
  expect(truth.took('tagsRemove')).toBe(truth.tagged);

  // What somebody else wrote is still there until the agent chooses.
  const zip = () => demo.inspect(domain).order(name).order.shippingAddress?.zip;
  expect(zip()).toBe('T12 AB34');
  await page.getByRole('tab', { name: 'Needs a decision 1' }).click();
  await expect(page.getByRole('row', { name: /postal code/i })).toContainText('T12 AB34');
  await page.getByRole('button', { name: 'Use mine' }).click();
  await expect.poll(zip, { timeout: 30_000 }).toBe('D02 AF30');

  await page.getByRole('link', { name: /Remove the tag/ }).click();
  await page.getByRole('button', { name: 'Undo this run' }).click();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await expect.poll(truth.stillTagged, { timeout: 60_000 }).toBe(truth.tagged);
  expect(truth.took('tagsAdd', 'bigblue-ignore')).toBe(truth.tagged);
  expect(truth.took('orderUpdate')).toBe(1);
  await merchants.close();
});

/** Commits a postal code for one Irish order. @returns which */
async function setPostalCode(
  page: Page,
  { demo }: Merchants,
  zip: string,
): Promise<{ domain: string; name: string }> {
  await nav(page, 'Triage').click();
  await tile(page, 'postal_code_missing').click();
  await page.getByRole('option').filter({ hasText: 'Ireland' }).first().click();
  const heading = page.getByRole('article').getByRole('heading').first();
  const name = (await heading.innerText()).split(/\s/)[0] ?? '';
  await page.getByRole('article').getByRole('button', { name: 'Set the postal code' }).first().click();
  await page.getByRole('textbox', { name: 'Postal code' }).fill(zip);
  await page.getByRole('textbox', { name: 'Postal code' }).press('Enter');
  await page.getByRole('button', { name: 'Set the postal code for 1 order' }).click();
  await expect(page.getByRole('dialog', { name: 'Run' })).toBeVisible();
  await page.keyboard.press('Escape');
  const owner = demo.stores.find(({ domain }) =>
    [...demo.inspect(domain).withError('postal_code_missing')].some(({ order }) => order.name === name),
  );
  return { domain: owner?.domain ?? '', name };
}
