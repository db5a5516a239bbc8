import { type HistoryRow, historyRowSchema } from '../../shared/contract/rows.ts';
import { axeFaults, LOOKS } from '../support/axe.ts';
import { fixtureOrders } from '../support/fixture-orders.ts';
import { fixtureService } from '../support/fixture-service.ts';
import { expect, test } from '../support/test.ts';

const line = (id: number, more: Partial<HistoryRow>): HistoryRow =>
  historyRowSchema.parse({
    id,
    at: Date.now() - (60_000 * 3000 - id * 60_000),
    who: 'unstuck',
    what: 'write_applied',
    run: 'r-1',
    fix: 'set_postal_code',
    write: id,
    does: {
      op: 'order_address_set',
      order: 'gid://shopify/Order/1',
      set: { zip: 'D02 X285' },
      base: { zip: null },
    },
    store: 'atelier-nord',
    order: `#AN-${id}`,
    detail: null,
    said: null,
    before: { zip: null },
    after: { zip: 'D02 X285' },
    requestId: 'req-1',
    hash: 'f'.repeat(64),
    ...more,
  });

const lines: readonly HistoryRow[] = [
  ...Array.from({ length: 2000 }, (_, id) => line(id + 10, {})).toReversed(),
  line(3, { what: 'write_conflict', before: { zip: null }, after: { zip: 'T12 AB34' } }),
  line(2, { what: 'write_cancelled', said: { code: 'kept_theirs' }, before: null, after: null }),
  line(1, {
    who: 'sam',
    what: 'run_committed',
    write: null,
    does: null,
    order: null,
    before: null,
    after: { fix: 'set_postal_code', orders: 2, writes: 3 },
  }),
];

test('the history tells who did what, draws what is in sight only, and is asked by agent, order and day', async ({
  page,
  serve,
}) => {
  const asked: string[] = [];
  const service = fixtureService(fixtureOrders(9), {
    'runs.list': () => [],
    'history.people': () => ['sam', 'unstuck'],
    'history.list': ({ limit = 200, ...query }) => {
      asked.push(JSON.stringify(query));
      return lines.filter(({ who }) => query.who === undefined || who === query.who).slice(0, limit);
    },
    'history.export': ({ format }) => ({
      fileName: `history.${format}`,
      mime: 'text/csv',
      lines: 1,
      head: 'f',
      text: 'id',
    }),
  });
  const host = await serve(service);
  await page.goto(host.url);
  await expect(page.locator('[data-type="ignored_by_tag"]')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  const list = page.getByRole('group', { name: 'History' });
  await expect(list.getByRole('listitem').first()).toContainText('Postal code: – → D02 X285');
  expect(await list.getByRole('listitem').count()).toBeLessThan(60);

  await page.getByLabel('Who').selectOption('sam');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('Committed:');
  await page.getByRole('textbox', { name: 'Order' }).fill('#AN-12');
  await page.getByLabel('Day').fill('2026-11-24');
  await expect.poll(() => asked.at(-1)).toMatch(/"orderName":"#AN-12","who":"sam","from":\d+,"until":\d+/);

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  expect((await download).suggestedFilename()).toBe('history.csv');

  for (const look of LOOKS) {
    await page.goto(`${new URL(host.url).origin}/?page=history&${look}`);
    await expect(page.getByRole('listitem').filter({ hasText: 'D02 X285' }).first()).toBeVisible();
    await page.screenshot({ path: test.info().outputPath(`history-${look.replaceAll(/\W/g, '-')}.png`) });
    expect(await axeFaults(page)).toEqual([]);
  }
});
