import { connectMerchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

test('a store’s settings, token and platform key are changed on its card, and what is wrong is said beside its field', async ({
  openConsole,
}) => {
  const merchants = await connectMerchants({ orders: 120, stores: 1 });
  const { demo, home, env } = merchants;
  const [store] = demo.stores;
  if (!store) throw new Error('A merchant was started.');
  const { page } = await openConsole(['--home', home], env);
  await page.getByRole('navigation').getByRole('link', { name: 'Stores', exact: true }).click();
  const card = page.getByRole('article', { name: store.name });
  const settings = card.getByRole('form', { name: /^Settings of/ });
  const access = card.getByRole('form', { name: /^Access to/ });
  const save = settings.getByRole('button', { name: 'Save' });
  const field = (label: string) => settings.getByLabel(label, { exact: true });

  await test.step('settings', async () => {
    await settings.getByText('Which orders count, and from when on').click();
    await field('Minutes before an order counts as stuck').fill('soon');
    await field('Name').fill('');
    await field('Countries that sync').fill('France');
    await save.click();
    await expect(field('Name')).toHaveAccessibleDescription(/Give the store a name/);
    await expect(field('Name')).toBeFocused();
    await expect(field('Countries that sync')).toHaveAccessibleDescription(/two-letter country codes/);
    await expect(field('Minutes before an order counts as stuck')).toHaveAccessibleDescription(/0 to 1440/);

    await field('Name').fill('Renamed');
    await field('Countries that sync').fill('FR,BE');
    await field('Minutes before an order counts as stuck').fill('30');
    await field('Orders created since').fill('2026-01-02');
    await field('How product links are written').selectOption({ label: 'By the variant’s SKU' });
    await field('Countries that sync').press('Enter');
    await expect(
      page.getByRole('article', { name: 'Renamed' }).getByText('Saved.', { exact: true }),
    ).toBeVisible();
    await page.reload();
    await expect(page.getByRole('navigation').getByRole('link', { name: /^Renamed/ })).toBeVisible();
  });

  const renamed = page.getByRole('article', { name: 'Renamed' });
  await test.step('what was saved is what is shown', async () => {
    await expect(renamed.getByLabel('Countries that sync')).toHaveValue('FR,BE');
    await expect(renamed.getByLabel('How product links are written')).toHaveValue('sku');
    await expect(renamed.getByLabel('Minutes before an order counts as stuck')).toHaveValue('30');
    await expect(renamed.getByLabel('Orders created since')).toHaveValue('2026-01-02');
    await renamed.getByRole('textbox', { name: 'Name', exact: true }).fill(store.name);
    await renamed.getByRole('button', { name: 'Save' }).click();
    await expect(card).toBeVisible();
  });

  await test.step('token and platform key', async () => {
    await access.getByText('New token or platform key').click();
    const token = access.getByLabel('New access token');
    const key = access.getByLabel('New Bigblue API key');
    const send = access.getByRole('button', { name: 'Reconnect' });
    await send.click();
    await expect(token).toHaveAccessibleDescription(/Give the access token/);
    await access.getByLabel('Address of the Bigblue API').fill('https://api.example');
    await send.click();
    await expect(key).toHaveAccessibleDescription(/Give the key for this address too/);
    await access.getByLabel('Address of the Bigblue API').fill('');
    await key.fill('key_wrong');
    await send.click();
    await expect(key).toHaveAccessibleDescription(/refused the API key/);
    await expect(key).toHaveValue('');
    await token.fill('shpat_wrong');
    await send.click();
    await expect(token).toHaveAccessibleDescription(/refused the access token/);
    await key.fill(store.platformKey);
    await send.click();
    await expect(access.getByText('Checked and kept.')).toBeVisible();
    expect(await page.content()).not.toMatch(new RegExp(`key_wrong|shpat_wrong|${store.platformKey}`));
  });
  await merchants.close();
});
