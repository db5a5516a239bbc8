import type { Page } from 'playwright/test';
import { englishPhrases, textOf } from '../support/english-phrases.ts';
import { connectMerchants, type Merchants } from '../support/real-app.ts';
import { expect, test } from '../support/test.ts';

const ENGLISH = englishPhrases();

/** Fails with the phrases of the English catalogs that the page shows, and where. */
async function expectFrench(page: Page, where: string): Promise<void> {
  // Shopify words its own refusals: they are told as they are, in guillemets.
  const lines = (await textOf(page)).split('\n').filter((line) => !line.startsWith('Refusé par Shopify'));
  expect(
    ENGLISH.flatMap((phrase) =>
      lines.filter((line) => line.includes(phrase)).map((line) => ({ phrase, line })),
    ),
    where,
  ).toEqual([]);
}

const nav = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) });

test.describe('in French', () => {
  let merchants: Merchants;
  test.beforeEach(async () => {
    merchants = await connectMerchants({ orders: 480, stores: 2 });
  });
  test.afterEach(() => merchants.close());

  test('no sentence of ours is English, from the board to a conflict and a refused token', async ({
    openConsole,
  }) => {
    expect(ENGLISH.length).toBeGreaterThan(300);
    const { demo, home, env } = merchants;
    const { page } = await openConsole(['--home', home], env);
    await page.getByRole('button', { name: 'Français' }).click();
    await expect(page.getByRole('heading', { name: 'Tri' })).toBeVisible();
    await expect(page.locator('[data-type="postal_code_missing"] b').first()).not.toHaveText('0', {
      timeout: 60_000,
    });
    await expectFrench(page, 'the board');

    await nav(page, 'File d’envoi').click();
    await page.getByRole('button', { name: 'Travailler hors ligne' }).click();
    await expectFrench(page, 'an empty outbox');

    await nav(page, 'Tri').click();
    const plan = page.getByRole('dialog', { name: 'Correctif' });
    const planAll = async (type: string): Promise<void> => {
      await nav(page, 'Tri').click();
      await page.locator(`[data-type="${type}"]`).click();
      await page.getByRole('checkbox', { name: 'Sélectionner toutes les commandes du filtre' }).check();
      await page.getByRole('button', { name: /^Voir le correctif/ }).click();
    };
    await planAll('product_not_linked');
    await plan.getByLabel('Correctif', { exact: true }).selectOption('activate_link');
    await plan.getByText(/de côté/).click();
    await expect(plan.getByText(/n’a pas de lien à activer/).first()).toBeVisible();
    await expectFrench(page, 'a plan that leaves orders out');
    await page.keyboard.press('Escape');

    await planAll('postal_code_missing');
    await expect(plan.getByRole('button', { name: /^Ajouter le code postal pour/ })).toBeVisible();
    await expectFrench(page, 'a plan and what it changes');
    await plan.getByRole('button', { name: /^Ajouter le code postal pour/ }).click();
    const run = page.getByRole('dialog', { name: 'Exécution' });
    await expect(run).toContainText('écritures');
    const name = (await run.getByRole('listitem').first().locator('b').innerText()).trim();
    await expectFrench(page, 'a run');
    await page.keyboard.press('Escape');
    await page.getByRole('option').filter({ hasText: name }).click();
    await expect(page.getByRole('article')).toContainText('Changer l’adresse');
    await expectFrench(page, 'an order with its evidence, playbook and timeline');

    for (const { domain } of demo.stores)
      if (holds(demo, domain, name)) demo.act.setAddress(domain, name, { zip: 'T12 AB34', city: 'Cork' });
    await nav(page, 'File d’envoi').click();
    await expect(page.getByText(/^Attend «\s/).first()).toBeVisible();
    await expectFrench(page, 'writes that wait');
    await page.getByRole('button', { name: 'Repasser en ligne' }).click();
    await page.getByRole('tab', { name: /^À décider [1-9]/ }).click({ timeout: 60_000 });
    await expect(page.getByText(/^Changé par quelqu’un d’autre/).first()).toBeVisible();
    await expectFrench(page, 'a conflict');

    await planAll('destination_not_whitelisted');
    await plan.getByRole('button', { name: /^Autoriser le pays pour/ }).click();
    await expect(run).toBeVisible();
    await page.keyboard.press('Escape');
    await nav(page, 'File d’envoi').click();
    await expect(page.getByText(/^Chez Bigblue, sous/).first()).toBeVisible();
    await expectFrench(page, 'a step for the agent');

    await nav(page, 'Rapports').click();
    await expectFrench(page, 'reports');
    await nav(page, 'Boutiques').click();
    await expectFrench(page, 'stores');
    const connect = page
      .locator('form')
      .filter({ has: page.getByRole('button', { name: 'Vérifier le jeton' }) });
    await connect.getByLabel('Nom').fill('Encore');
    await connect.getByLabel('Domaine de la boutique').fill('encore.myshopify.com');
    await connect.getByLabel('Adresse de l’API', { exact: true }).fill(demo.stores[0]?.endpoint ?? '');
    await connect.getByLabel('Jeton d’accès à l’API Admin').fill('shpat_wrong');
    await connect.getByRole('button', { name: 'Vérifier le jeton' }).click();
    await expect(page.getByRole('alert')).toContainText('refusé le jeton');
    await expectFrench(page, 'a refused token');
  });
});

function holds(demo: Merchants['demo'], domain: string, name: string): boolean {
  try {
    return demo.inspect(domain).order(name) !== null;
  } catch {
    return false;
  }
}
