import type { Page, WebSocketRoute } from 'playwright/test';
import type { Plan } from '../../shared/domain/plan.ts';
import { fixtureOrders } from '../support/fixture-orders.ts';
import { fixtureService } from '../support/fixture-service.ts';
import { expect, test } from '../support/test.ts';

const rail = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name });
const crash = (page: Page) => page.getByRole('alert').filter({ hasText: 'This view has crashed.' });

/** Chooses two of the nine tagged orders. */
async function selectTwo(page: Page): Promise<void> {
  await page.locator('[data-type="ignored_by_tag"]').click();
  await expect(page.getByRole('option')).toHaveCount(9);
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 of 9')).toBeVisible();
}

/** Makes the page’s own plural rules throw, so that a view crashes when it next renders; or mends them. */
const setPlurals = (page: Page, work: boolean): Promise<void> =>
  page.evaluate((works) => {
    const rules: object = Intl.PluralRules.prototype;
    Reflect.set(
      globalThis,
      'pluralSelect',
      Reflect.get(globalThis, 'pluralSelect') ?? Reflect.get(rules, 'select'),
    );
    Reflect.set(
      rules,
      'select',
      works
        ? Reflect.get(globalThis, 'pluralSelect')
        : () => {
            throw new Error('No plural today.');
          },
    );
  }, work);

const emptyPlan = (): Plan => ({
  format: 'unstuck-plan',
  version: 1,
  id: 'p1',
  createdAt: Date.now(),
  fix: 'dismiss',
  params: {},
  orders: [],
  writes: [],
  excluded: [],
  cost: 0,
  estimateMs: 0,
});

const leftOut: Plan['excluded'][number] = {
  id: 2,
  name: '#1002',
  store: 'atelier-nord',
  gid: 'gid://shopify/Order/1002',
  reason: 'Nothing changes.',
  said: null,
};

test.describe('a view that crashes', () => {
  test.use({ allowedComplaints: [/No plural today|Invalid time value|ViewBoundary|error boundary/] });

  test('says what happened, leaves all else working, and comes back when data moves, with the selection', async ({
    page,
    serve,
  }) => {
    let isBroken = false;
    const orders = fixtureOrders(30);
    const whole = fixtureService(orders);
    const service = fixtureService(orders, {
      'orders.page': async (input, context) => {
        const rows = await whole.handlers['orders.page'](input, context);
        // A moment that no calendar has.
        return isBroken ? rows.map((row) => ({ ...row, createdAt: 8_900_000_000_000_000 })) : rows;
      },
    });
    const host = await serve(service);
    await page.goto(host.url);
    await selectTwo(page);

    isBroken = true;
    service.publish({ type: 'changed', topic: 'orders' });
    await expect(crash(page)).toContainText('Invalid time value');
    await rail(page, 'Reports').click();
    await expect(page.getByRole('heading', { name: 'Incident report' })).toBeVisible();
    await page.goBack();
    await expect(crash(page)).toBeVisible();

    isBroken = false;
    service.publish({ type: 'changed', topic: 'orders' });
    await expect(page.getByText('2 of 9')).toBeVisible();
    await expect(crash(page)).toBeHidden();
  });

  test('is tried again by hand and by itself', async ({ page, serve }) => {
    const host = await serve(fixtureService(fixtureOrders(30)));
    await page.goto(host.url);
    await selectTwo(page);
    await setPlurals(page, false);
    await page.keyboard.press('k');
    await expect(crash(page)).toContainText('No plural today.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(crash(page)).toBeVisible();
    await setPlurals(page, true);
    await expect(page.getByText('2 of 9')).toBeVisible();
  });

  test('as a sheet keeps the draft, and can be left while it is down', async ({ page, serve }) => {
    const service = fixtureService(fixtureOrders(30), { 'fix.plan': emptyPlan });
    const host = await serve(service);
    await page.goto(host.url);
    await selectTwo(page);
    await page.keyboard.press('x');
    const sheet = page.getByRole('dialog', { name: 'Plan' });
    await sheet.getByLabel('Reason').fill('sent by hand');
    await sheet.getByLabel('Reason').press('Enter');
    await expect(sheet.getByText('This fix changes none of these orders.')).toBeVisible();

    await setPlurals(page, false);
    await sheet.getByLabel('Reason').fill('sent by hand, twice');
    await sheet.getByLabel('Reason').press('Enter');
    await expect(crash(page).first()).toContainText('No plural today.');
    await setPlurals(page, true);
    await expect(sheet.getByLabel('Reason')).toHaveValue('sent by hand, twice');

    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(page.getByText('2 of 9')).toBeVisible();
  });
});

test.describe('what is half typed', () => {
  test.use({ allowedComplaints: [/No plural today|Invalid time value|ViewBoundary|error boundary/] });

  test('into a fix outlives its sheet', async ({ page, serve }) => {
    const answer = Promise.withResolvers<Plan>();
    const service = fixtureService(fixtureOrders(30), { 'fix.plan': () => answer.promise });
    const host = await serve(service);
    await page.goto(host.url);
    await selectTwo(page);
    await page.keyboard.press('x');
    const sheet = page.getByRole('dialog', { name: 'Plan' });
    await sheet.getByLabel('Reason').fill('half a sent');

    // The plan comes while nobody has left the field, and the sheet crashes on showing it.
    await setPlurals(page, false);
    answer.resolve({ ...emptyPlan(), excluded: [leftOut] });
    await expect(crash(page).first()).toBeVisible();
    await setPlurals(page, true);
    await expect(sheet.getByLabel('Reason')).toHaveValue('half a sent');

    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await expect(sheet.getByLabel('Reason'), 'given up with its plan').toHaveValue('');
  });

  test('of a store outlives its page, but no secret does', async ({ page, serve }) => {
    let moved = 0;
    const whole = fixtureService(fixtureOrders(30));
    const service = fixtureService(fixtureOrders(30), {
      'engine.status': async (input, context) => ({
        ...(await whole.handlers['engine.status'](input, context)),
        demo: false,
      }),
      'stores.list': async (input, context) => {
        const rows = await whole.handlers['stores.list'](input, context);
        return rows.map((row) => ({ ...row, orders: row.orders + moved }));
      },
    });
    const host = await serve(service);
    await page.goto(host.url.replace('/#', '/?page=stores#'));
    const connect = page.getByRole('region', { name: 'Connect a store' });
    await connect.getByLabel('Name').first().fill('Brasserie');
    await connect.getByLabel('Admin API access token').fill('shpat_secret');
    await connect.getByText('Fulfilment platform', { exact: true }).click();
    await connect.getByLabel('Bigblue API key').fill('key_secret');
    const card = page.getByRole('article').first();
    await card.getByLabel('Countries that sync').fill('FR,B');
    await card.getByRole('checkbox').first().click();
    const terms = await card.getByRole('checkbox').first().isChecked();

    await setPlurals(page, false);
    moved = 1;
    service.publish({ type: 'changed', topic: 'stores' });
    await expect(crash(page)).toContainText('No plural today.');
    await setPlurals(page, true);
    await expect(connect.getByLabel('Name').first()).toHaveValue('Brasserie');
    await expect(card.getByLabel('Countries that sync')).toHaveValue('FR,B');
    expect(await card.getByRole('checkbox').first().isChecked()).toBe(terms);
    await expect(connect.getByLabel('Admin API access token')).toHaveValue('');
    expect(await page.content()).not.toMatch(/shpat_secret|key_secret/);
  });
});

test('a plan waits while one looks elsewhere, and the rail leads back to it', async ({ page, serve }) => {
  const host = await serve(fixtureService(fixtureOrders(30), { 'fix.plan': emptyPlan }));
  await page.goto(host.url);
  await selectTwo(page);
  await page.keyboard.press('x');
  const sheet = page.getByRole('dialog', { name: 'Plan' });
  await sheet.getByLabel('Reason').fill('sent by hand');
  await rail(page, 'Reports').click();
  await expect(sheet).toBeHidden();
  await page.reload();
  await rail(page, 'Back to the plan: Dismiss').click();
  await expect(sheet.getByLabel('Reason')).toHaveValue('sent by hand');
  await page.keyboard.press('Escape');
  await expect(rail(page, 'Back to the plan: Dismiss')).toBeHidden();
  await expect(page.getByText('2 of 9')).toBeVisible();
});

test('an engine that goes and comes back finds selection and draft as they were', async ({ page, serve }) => {
  const service = fixtureService(fixtureOrders(30), { 'fix.plan': emptyPlan });
  const host = await serve(service);
  const connections: WebSocketRoute[] = [];
  let isReachable = true;
  await page.routeWebSocket('**/rpc', async (route) => {
    connections.push(route);
    if (isReachable) route.connectToServer();
    else await route.close();
  });
  await page.goto(host.url);
  await selectTwo(page);
  await page.keyboard.press('x');
  const sheet = page.getByRole('dialog', { name: 'Plan' });
  await sheet.getByLabel('Reason').fill('half a sentence');

  isReachable = false;
  await connections.at(-1)?.close();
  await expect(page.getByText('Connecting again by itself')).toBeVisible();
  await expect(sheet.getByLabel('Reason')).toHaveValue('half a sentence');
  isReachable = true;
  await expect(page.getByText('Connecting again by itself')).toBeHidden();
  await expect(sheet.getByLabel('Reason')).toHaveValue('half a sentence');
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 of 9')).toBeVisible();
});
