import type { WebSocketRoute } from 'playwright/test';
import { UnstuckError } from '../../shared/errors.ts';
import { fixtureOrders, fixtureStores } from '../support/fixture-orders.ts';
import { fixtureService } from '../support/fixture-service.ts';
import { expect, test } from '../support/test.ts';

const tile = (type: string): string => `[data-type="${type}"]`;

test.describe('session', () => {
  test.use({ allowedComplaints: [/401/] });

  test('the address works once; a reload goes on; another browser is told what to do', async ({
    page,
    serve,
    browser,
  }) => {
    const host = await serve(fixtureService(fixtureOrders(30)));
    await page.goto(host.url);
    await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await expect(page.locator(tile('ignored_by_tag'))).toContainText('9');

    const other = await (await browser.newContext()).newPage();
    await other.goto(host.url);
    await expect(other.getByText('Open the address that Unstuck printed')).toBeVisible();
    await other.goto(host.newUrl());
    await other.reload();
    await expect(other.getByRole('heading', { name: 'Triage' })).toBeVisible();
  });
});

test.describe('engine gone', () => {
  test.use({ allowedComplaints: [/WebSocket|ERR_CONNECTION_REFUSED|Failed to load resource/] });

  test('the page says so, keeps what it shows, and tells when it may not come back in', async ({
    page,
    serve,
  }) => {
    const host = await serve(fixtureService(fixtureOrders(30)));
    await page.goto(host.url);
    await expect(page.locator(tile('ignored_by_tag'))).toContainText('9');
    await host.close();
    await expect(page.getByText('Unstuck’s engine is not answering.')).toBeVisible();
    await expect(page.locator(tile('ignored_by_tag'))).toContainText('9');

    const next = await serve(fixtureService(fixtureOrders(30)), Number(new URL(host.url).port));
    await expect(page.getByText('Open the address that Unstuck printed')).toBeVisible();
    await page.goto(next.url);
    await page.reload();
    await expect(page.locator(tile('ignored_by_tag'))).toContainText('9');
  });
});

test('a lost connection comes back by itself and shows what it missed', async ({ page, serve }) => {
  const service = fixtureService(fixtureOrders(30));
  const host = await serve(service);
  const connections: WebSocketRoute[] = [];
  let isReachable = true;
  await page.routeWebSocket('**/rpc', async (route) => {
    connections.push(route);
    if (isReachable) route.connectToServer();
    else await route.close();
  });
  await page.goto(host.url);
  await expect(page.locator(tile('ignored_by_tag'))).toContainText('9');

  isReachable = false;
  await connections.at(-1)?.close();
  await expect(page.getByText('Connecting again by itself')).toBeVisible();
  service.settle(1);
  await expect(page.locator(tile('ignored_by_tag'))).toContainText('9');
  isReachable = true;
  await expect(page.locator(tile('ignored_by_tag'))).toContainText('8');
  await expect(page.getByText('Connecting again by itself')).toBeHidden();
  expect(connections.length).toBeGreaterThan(1);
});

test.describe('search', () => {
  const onSearch = (url: string, q: string): string =>
    url.replace('/#', `/?page=search&q=${encodeURIComponent(q)}#`);

  test('says what can be searched for, what is too short, and that nothing was found', async ({
    page,
    serve,
  }) => {
    const host = await serve(
      fixtureService(fixtureOrders(30), { 'orders.ids': () => ({ ids: new Uint32Array() }) }),
    );
    await page.goto(onSearch(host.url, ''));
    await expect(page.getByText('Find any order, whatever became of it.')).toBeVisible();
    const box = page.getByRole('searchbox', { name: 'Search orders' });
    await box.fill('x');
    await expect(page.getByText('Type at least two characters.')).toBeVisible();
    await box.fill('xyzzy');
    await expect(page.getByText('No order matches “xyzzy”.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Search every store' })).toBeHidden();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Atelier Nord/ })
      .click();
    await page.getByRole('button', { name: 'Search every store' }).click();
    await expect(page.getByText('0 orders · All stores')).toBeVisible();
  });

  test('says what failed, and tries again', async ({ page, serve }) => {
    let works = false;
    const whole = fixtureService(fixtureOrders(30));
    const host = await serve(
      fixtureService(fixtureOrders(30), {
        'orders.ids': (input, context) => {
          if (works) return whole.handlers['orders.ids'](input, context);
          throw new UnstuckError('disk', 'The disk is full; free some space.');
        },
      }),
    );
    await page.goto(onSearch(host.url, 'an'));
    await expect(page.getByText('The disk is full; free some space.')).toBeVisible();
    works = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('30 orders · All stores')).toBeVisible();
  });

  test('lists no more than it says until all are asked for, and a selection says so', async ({
    page,
    serve,
  }) => {
    const whole = fixtureService(fixtureOrders(40));
    const host = await serve(
      fixtureService(fixtureOrders(40), {
        'orders.ids': (input, context) => {
          const found = whole.handlers['orders.ids'](input, context);
          if (input.limit === undefined || found instanceof Promise) return found;
          return { ids: found.ids.subarray(0, 25), more: true };
        },
        'orders.standing': ({ ids }) => [{ state: 'synced', errorType: null, orders: ids.length }],
      }),
    );
    await page.goto(onSearch(host.url, 'an'));
    await expect(page.getByText('more than 25 orders')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Select all matching orders' }).check();
    await expect(page.getByRole('toolbar')).toContainText('All 25 listed');
    await expect(page.getByRole('toolbar')).toContainText('None of these is stuck');
    await page.getByRole('button', { name: 'List all' }).click();
    await expect(page.getByText('40 orders · All stores')).toBeVisible();
    await expect(page.getByRole('toolbar')).toContainText('All 40 matching');
  });
});

test('a tile says how many of its orders miss the cut-off, and leads to them', async ({ page, serve }) => {
  const host = await serve(fixtureService(fixtureOrders(30)));
  await page.goto(host.url);
  const urgent = page.locator(tile('ignored_by_tag')).getByRole('link', { name: /4 miss the cut-off/ });
  await expect(urgent).toHaveText('4 miss the cut-off');
  await expect(page.locator(tile('order_cancelled'))).not.toContainText('cut-off');
  await urgent.click();
  await expect(page.getByRole('link', { name: 'Miss the next cut-off 4' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test.describe('board', () => {
  test('an order that leaves is gone from counts and list without a reload, and the chosen one stays chosen', async ({
    page,
    serve,
  }) => {
    const service = fixtureService(fixtureOrders(30));
    const host = await serve(service);
    await page.goto(host.url);
    await page.locator(tile('ignored_by_tag')).click();
    await expect(page.getByRole('option')).toHaveCount(9);
    await page.getByRole('option', { name: '#AN-10414' }).click();
    service.settle(1);
    await expect(page.getByRole('option')).toHaveCount(8);
    await expect(page.getByRole('option', { name: '#AN-10400' })).toHaveCount(0);
    await expect(page.getByRole('option', { name: '#AN-10414' })).toHaveAttribute('aria-current', 'true');
    await expect(page.getByText('8 orders', { exact: false }).first()).toBeVisible();
  });

  test('nothing stuck', async ({ page, serve }) => {
    const connected = fixtureStores.map((store) => ({ ...store, state: 'ok' as const, stateReason: null }));
    const host = await serve(fixtureService([], { 'stores.list': () => connected }));
    await page.goto(host.url);
    await expect(page.getByText('Nothing stuck.')).toBeVisible();
    await expect(page.getByText('Last checked 5 h ago.').first()).toBeVisible();
    await page.getByRole('button', { name: 'What was snoozed or dismissed' }).click();
    await expect(page.getByRole('searchbox')).toHaveValue('is:snoozed,dismissed');
  });

  test('no store yet', async ({ page, serve }) => {
    const host = await serve(fixtureService([], { 'stores.list': () => [] }));
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Connect a store' }).click();
    await expect(page.getByRole('heading', { name: 'Connect a store' })).toBeVisible();
  });

  test('a store that is down is named with its reason, and the others go on', async ({ page, serve }) => {
    const host = await serve(fixtureService(fixtureOrders(30)));
    await page.goto(host.url);
    const notice = page.getByRole('status').filter({ hasText: 'cannot be reached' });
    await expect(notice).toContainText('Vélo Republic');
    await expect(notice).toContainText('no answer came in time; check the network');
    await expect(notice).toContainText('shown as of 5 h ago');
    await expect(page.locator(tile('ignored_by_tag'))).toContainText('9');
  });

  test('an error says what is wrong and can be tried again', async ({ page, serve }) => {
    let works = false;
    const orders = fixtureOrders(30);
    const whole = fixtureService(orders);
    const host = await serve(
      fixtureService(orders, {
        'board.summary': (input, context) => {
          if (works) return whole.handlers['board.summary'](input, context);
          throw new UnstuckError('disk', 'The disk is full; free some space.');
        },
      }),
    );
    await page.goto(host.url);
    await expect(page.getByRole('alert')).toContainText('The disk is full; free some space.');
    works = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(tile('ignored_by_tag'))).toContainText('9');
  });
});

test.describe('keyboard', () => {
  test('goes from the board into a type, along its orders and back', async ({ page, serve }) => {
    const host = await serve(fixtureService(fixtureOrders(60)));
    await page.goto(host.url);
    await expect(page.locator(tile('product_not_linked'))).toBeVisible();
    await page.keyboard.press('9');
    await expect(page.getByRole('heading', { name: 'Order has tag bigblue-ignore' }).first()).toBeVisible();
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option').nth(2)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('k');
    await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Root causes' })).toBeVisible();
    expect(new URL(page.url()).searchParams.get('cause')).not.toBeNull();
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible();
  });
});

test('a hundred thousand orders are a list like any other', async ({ page, serve }) => {
  const orders = fixtureOrders(100_000);
  const host = await serve(
    fixtureService(orders, { 'orders.ids': () => ({ ids: Uint32Array.from(orders, ({ id }) => id) }) }),
  );
  await page.goto(host.url);
  await page.locator(tile('ignored_by_tag')).click();
  await expect(page.getByRole('option', { name: '#AN-10400' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { name: '#AN-110399' })).toBeVisible();
  expect(await page.getByRole('option').count()).toBeLessThan(80);
});

test('French and dark, from the address, then switched on the page', async ({ page, serve }) => {
  const host = await serve(fixtureService(fixtureOrders(30)));
  await page.goto(host.url.replace('/#', '/?theme=dark&lang=fr#'));
  await expect(
    page.getByRole('heading', { name: 'Un correctif, plusieurs commandes débloquées' }),
  ).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Light theme' }).click();
  await expect(page.getByRole('heading', { name: 'Fix once, unblock many' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Fix once, unblock many' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [720, 450],
  [320, 640],
] as const) {
  test(`nothing scrolls sideways at ${width} × ${height}`, async ({ page, serve }) => {
    const host = await serve(fixtureService(fixtureOrders(30)));
    await page.setViewportSize({ width, height });
    await page.goto(host.url);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect(page.locator(tile('ignored_by_tag'))).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.locator(tile('ignored_by_tag')).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}

test('a journal that was salvaged is told above every view until the agent has read it', async ({
  page,
  serve,
}) => {
  const notices = [
    { code: 'journal_salvaged' as const, aside: 'journal.db.damaged-1', lostWrites: 2, backup: null },
  ];
  const host = await serve(
    fixtureService([], {
      'engine.status': () => ({
        version: '0.0.0',
        host: 'fixture',
        demo: false,
        agent: 'sam',
        now: Date.now(),
        syncing: [],
        offline: false,
        notices,
      }),
    }),
  );
  await page.goto(host.url.replace('/#', '/?lang=fr#'));
  const notice = page.getByRole('alert').filter({ hasText: '2 écritures validées sont perdues' });
  await expect(notice).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Rapports' }).click();
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Compris' }).click();
  await expect(notice).toHaveCount(0);
});
