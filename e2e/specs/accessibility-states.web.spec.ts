import type { Page } from 'playwright/test';
import { runRowSchema, writeCountsSchema, type WriteRow } from '../../shared/contract/rows.ts';
import { ERROR_TYPES } from '../../shared/domain/error-type.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { WRITE_STATES } from '../../shared/domain/write.ts';
import type { Handlers } from '../../electron/engine/rpc/handlers.ts';
import { axeFaults, LOOKS } from '../support/axe.ts';
import { fixtureOrders, fixtureStores } from '../support/fixture-orders.ts';
import { fixtureService } from '../support/fixture-service.ts';
import { fixtureWrite } from '../support/fixture-writes.ts';
import { expect, test } from '../support/test.ts';

const orders = fixtureOrders(60);
const ref = (index: number) => ({
  id: index + 1,
  store: 'atelier-nord',
  gid: `gid://shopify/Order/${5000 + index}`,
  name: `#AN-${10_400 + index}`,
});
const tagGoes = { field: 'tag', before: 'bigblue-ignore', after: null, said: null };

/** A plan that changes some orders and leaves others out, for reasons with and without words of their own. */
const plan: Plan = {
  format: 'unstuck-plan',
  version: 1,
  id: 'p1',
  createdAt: Date.now(),
  fix: 'remove_ignore_tag',
  params: {},
  orders: [0, 1, 2].map((index) => ({
    ...ref(index),
    changes: [tagGoes],
    remaining: index === 0 ? 'postal_code_missing' : null,
  })),
  writes: [],
  excluded: [
    { ...ref(3), reason: 'Queued already.', said: { code: 'queued_already' } },
    { ...ref(4), reason: 'Somebody else’s words.', said: null },
    { ...ref(5), reason: 'Synced.', said: { code: 'synced' } },
  ],
  cost: 30,
  estimateMs: 2_000,
};

/** One write per state, two of them in conflict over an address and a tag. */
const writes: readonly WriteRow[] = [
  ...WRITE_STATES.map((state, index) =>
    fixtureWrite(index + 1, state, {
      attempts: 3,
      nextAttemptAt: state === 'retry_wait' ? Date.now() + 60_000 : null,
      said: state === 'rejected' ? { code: 'order_gone' } : null,
      reason: state === 'rejected' ? 'The order is gone.' : null,
    }),
  ),
  fixtureWrite(20, 'conflict', {
    conflict: [
      {
        field: 'zip',
        planned: null,
        now: 'T12 AB34',
        mine: 'D02 AF30',
        said: {
          field: { code: 'address', field: 'zip' },
          planned: null,
          now: 'T12 AB34',
          mine: 'D02 AF30',
        },
      },
    ],
  }),
];
const counts = writeCountsSchema.parse(
  Object.fromEntries(
    WRITE_STATES.map((state) => [state, writes.filter((one) => one.state === state).length]),
  ),
);
const run = runRowSchema.parse({
  id: 'r1',
  fix: 'remove_ignore_tag',
  createdAt: Date.now() - 60_000,
  agent: 'sam',
  orders: WRITE_STATES.length,
  writes: WRITE_STATES.length,
  counts,
  undoOf: null,
  undoneBy: null,
  stores: ['atelier-nord'],
});

const whole: Partial<Handlers> = {
  'fix.plan': () => plan,
  'outbox.list': ({ states, steps }) => ({
    counts,
    items: steps ? [] : writes.filter(({ state }) => states?.includes(state) ?? true),
    paused: { all: false, stores: [] },
  }),
  'runs.list': () => [run],
  'run.get': () => ({
    run,
    orders: WRITE_STATES.map((state, index) => ({
      ...ref(index),
      changes: [tagGoes],
      state,
      reason: state === 'rejected' ? 'The order is gone.' : null,
      said: state === 'rejected' ? { code: 'order_gone' } : null,
    })),
  }),
  'orders.standing': ({ ids }) => [{ state: 'stuck', errorType: 'ignored_by_tag', orders: ids.length }],
  'orders.get': ({ id }) => {
    const row = orders.find((order) => order.id === id) ?? orders[0];
    if (!row) throw new Error('no orders');
    return {
      row,
      email: null,
      phone: null,
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      shippingMethod: 'Colissimo',
      address: null,
      redacted: [],
      items: [],
      causes: [],
      writes: [],
      timeline: [],
      storeDomain: 'atelier-nord.myshopify.com',
    };
  },
  'agreement.list': () => [
    { storeId: 'atelier-nord', said: 'product_not_linked', foreseen: 'product_not_linked', orders: 7 },
    { storeId: 'atelier-nord', said: 'unknown', foreseen: null, orders: 2 },
  ],
  'import.preview': () => ({
    kind: 'shopify-orders-csv',
    columns: [
      { name: 'Name', isRead: true },
      { name: 'Vendor', isRead: false },
    ],
    rows: [
      ['#1', 'A'],
      ['#2', 'B'],
    ],
    missing: ['Shipping Zip'],
  }),
  'import.begin': () => ({ import: 1 }),
  'import.chunk': () => ({}),
  'import.end': () => ({
    read: 3,
    accepted: 1,
    rejected: [
      { row: 2, field: 'Total', message: 'no amount', problem: { code: 'not_an_amount', value: '84,50 €' } },
      { row: 3, field: '', message: 'no number', problem: { code: 'no_order_number' } },
    ],
  }),
  'stores.list': () =>
    fixtureStores.map((store, index) => ({
      ...store,
      missingScopes: index === 0 ? [{ scope: 'write_products', costs: 'Products cannot be mended.' }] : [],
      rulesOff: index === 0 ? [] : store.rulesOff,
      imports: [{ kind: 'links-csv' as const, at: Date.now() - 60_000 }],
    })),
};

/** Goes to each state in each language and theme, and asks axe. */
async function expectNothing(
  page: Page,
  url: string,
  search: string,
  reach: (page: Page, look: string) => Promise<void>,
): Promise<void> {
  const { origin } = new URL(url);
  for (const look of LOOKS) {
    // A plan would wait here from the look before.
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(`${origin}/?${look}${search}`);
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
    await reach(page, look);
    expect({ look, faults: await axeFaults(page) }).toEqual({ look, faults: [] });
  }
}

test.describe('axe finds nothing in either language and theme', () => {
  test.beforeEach(async ({ page, serve }) => {
    const host = await serve(fixtureService(orders, whole));
    await page.goto(host.url);
    await expect(page.locator('[data-type="ignored_by_tag"]')).toBeVisible();
  });

  test('on a board and a card of a store that is down', async ({ page }) => {
    await expectNothing(page, page.url(), '', async () => {
      await expect(page.getByRole('navigation').getByText(/Vélo Republic/)).toBeVisible();
    });
    await expectNothing(page, page.url(), '&store=velo-republic', async () => undefined);
    await expectNothing(page, page.url(), '&page=stores', async () => {
      for (const part of await page.locator('details > summary').all()) await part.click();
    });
  });

  test('on a plan with orders left out', async ({ page }) => {
    await expectNothing(page, page.url(), '&type=ignored_by_tag', async () => {
      await page.getByRole('checkbox', { name: /^(Select all matching|Sélectionner toutes)/ }).check();
      await page.getByRole('button', { name: /^(Review|Voir le correctif)/ }).click();
      await expect(page.getByRole('dialog').getByText('#AN-10400')).toBeVisible();
      await page.getByRole('dialog').locator('summary').first().click();
      await expect(page.getByText('Somebody else’s words.')).toBeVisible();
    });
  });

  test('on the help over a group', async ({ page }) => {
    await expectNothing(page, page.url(), '&type=ignored_by_tag', async () => {
      await page.keyboard.press('?');
      await expect(page.locator('aside [id="help-title"]')).toBeVisible();
    });
  });

  test('on a run whose orders are in every state', async ({ page }) => {
    await expectNothing(page, page.url(), '&page=outbox&run=r1', async () => {
      await expect(page.getByRole('dialog').getByText('#AN-10400')).toBeVisible();
    });
  });

  test('on an outbox with writes in every state, two of them conflicts', async ({ page }) => {
    for (const tab of [0, 1, 2, 3])
      await expectNothing(page, page.url(), '&page=outbox', async () => {
        await page.getByRole('tab').nth(tab).click();
        await expect(page.locator('[data-write]').first()).toBeVisible();
        if (tab === 0) await expect(page.getByRole('table')).toHaveCount(2);
      });
  });

  test('on a file that lacks a column', async ({ page }) => {
    await expectNothing(page, page.url(), '&import=open&store=atelier-nord', async () => {
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from('Name\n#1') });
      await expect(page.getByRole('columnheader').first()).toBeVisible();
    });
  });

  test('on a search with results, one of them chosen', async ({ page }) => {
    await expectNothing(page, page.url(), '&page=search&q=an&order=2', async () => {
      await expect(page.getByRole('option').first()).toBeVisible();
      await expect(page.getByRole('article')).toBeVisible();
      await page.getByRole('checkbox').first().check();
    });
  });

  test('on the question whether to disconnect a store', async ({ page }) => {
    await expectNothing(page, page.url(), '&page=stores', async () => {
      await page
        .getByRole('button', { name: /^(Disconnect|Déconnecter)$/ })
        .first()
        .click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    });
  });
});

test('axe finds nothing in what an import left out, in either language and theme', async ({
  page,
  serve,
}) => {
  const preview = { kind: 'orders-json' as const, columns: [], rows: [['{"id": 1}']], missing: [] };
  const host = await serve(fixtureService(orders, { ...whole, 'import.preview': () => preview }));
  await page.goto(host.url);
  await expectNothing(page, page.url(), '&import=open&store=atelier-nord', async () => {
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'orders.json', mimeType: 'application/json', buffer: Buffer.from('{"id": 1}') });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(Import|Importer)/ })
      .click();
    await expect(page.getByRole('row').nth(1)).toBeVisible();
  });
});

test('axe finds nothing at a first run, in either language and theme', async ({ page, serve }) => {
  const status = fixtureService([]).handlers['engine.status'];
  const host = await serve(
    fixtureService([], {
      'stores.list': () => [],
      'engine.status': async (input, context) => ({ ...(await status(input, context)), demo: false }),
      'board.summary': () =>
        ERROR_TYPES.map((errorType) => ({
          errorType,
          orders: 0,
          stores: 0,
          value: [],
          oldest: null,
          predicted: { resolved: 0 },
          source: { platform: 0, local: 0 },
        })),
    }),
  );
  await page.goto(host.url);
  await expectNothing(page, page.url(), '', async () => undefined);
  await expectNothing(page, page.url(), '&page=stores', async () => {
    for (const part of await page.locator('details > summary').all()) await part.click();
  });
});
