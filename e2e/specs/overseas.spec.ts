import { connectMerchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

test('an address in France with a code of Réunion says so, and leads to the change of its country code', async ({
  openConsole,
}) => {
  const merchants = await connectMerchants({ orders: 240, stores: 1 });
  const { demo, home, env } = merchants;
  const [store] = demo.stores;
  if (!store) throw new Error('One merchant was started.');
  const [found] = demo
    .inspect(store.domain)
    .withError('ignored_by_tag')
    .filter(({ order }) => order.shippingAddress !== null);
  if (!found) throw new Error('The merchant has no ignored order with an address.');
  const { name } = found.order;
  demo.act.setAddress(store.domain, name, { countryCode: 'FR', zip: '97400', city: 'Saint-Denis' });

  const { page } = await openConsole(['--home', home], env);
  await page.locator('[data-type="ignored_by_tag"]').click({ timeout: 60_000 });
  await page.getByText(name, { exact: true }).first().click();
  const pane = page.getByRole('article', { name: `Order ${name}` });
  await expect(pane.getByText('97400 is a postal code of Réunion.')).toBeVisible();
  await pane.getByRole('button', { name: 'Edit the address' }).click();
  await expect(page.getByLabel('Country code')).toHaveValue('RE');
  await merchants.close();
});
