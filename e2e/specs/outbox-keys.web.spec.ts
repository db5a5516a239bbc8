import { WRITE_STATES } from '../../shared/domain/write.ts';
import { gid } from '../../shared/domain/ids.ts';
import { type WriteRow, writeCountsSchema } from '../../shared/contract/rows.ts';
import { fixtureOrders } from '../support/fixture-orders.ts';
import { fixtureService, type FixtureService } from '../support/fixture-service.ts';
import { fixtureWrite } from '../support/fixture-writes.ts';
import { expect, test } from '../support/test.ts';

/** An outbox that holds the given writes, and does what it is asked. */
function outbox(...given: readonly WriteRow[]): {
  readonly service: FixtureService;
  readonly asked: string[];
} {
  let writes = [...given];
  const asked: string[] = [];
  const leave = (ids: readonly number[] | undefined): void => {
    writes = writes.filter(({ id }) => ids?.includes(id) !== true);
    service.publish({ type: 'changed', topic: 'outbox' });
  };
  const service: FixtureService = fixtureService(fixtureOrders(9), {
    'runs.list': () => [],
    'outbox.list': ({ states, steps }) => ({
      counts: writeCountsSchema.parse(
        Object.fromEntries(
          WRITE_STATES.map((state) => [state, writes.filter((one) => one.state === state).length]),
        ),
      ),
      items: steps ? [] : writes.filter(({ state }) => states?.includes(state) ?? true),
      paused: { all: false, stores: [] },
    }),
    'outbox.resolve': ({ writes: ids, choice, ...fields }) => {
      asked.push(`${choice ?? JSON.stringify(fields)} ${String(ids)}`);
      leave(ids);
      return { changed: ids.length };
    },
    'outbox.retry': ({ writes: ids }) => {
      asked.push(`retry ${String(ids)}`);
      leave(ids);
      return { changed: 1 };
    },
    'outbox.cancel': ({ writes: ids }) => {
      asked.push(`cancel ${String(ids)}`);
      leave(ids);
      return { changed: 1 };
    },
  });
  return { service, asked };
}

test('conflicts, refused and unknown writes are decided by keys on the row with the focus', async ({
  page,
  serve,
}) => {
  const { service, asked } = outbox(
    fixtureWrite(1, 'conflict'),
    fixtureWrite(2, 'conflict'),
    fixtureWrite(3, 'rejected'),
    fixtureWrite(4, 'unknown'),
    fixtureWrite(5, 'unknown'),
  );
  const host = await serve(service);
  await page.goto(host.url);
  await expect(page.locator('[data-type="ignored_by_tag"]')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  const rows = page.locator('[data-write]');
  await expect(rows).toHaveCount(5);

  // Keys for a write do nothing while no write has the focus.
  await page.keyboard.press('r');
  for (const [steps, key] of [
    [2, 'm'],
    [0, 'r'],
    [0, 'm'],
    [0, 'h'],
    [0, 'h'],
  ] as const) {
    const left = await rows.count();
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('j');
    await expect(rows.and(page.locator(':focus'))).toHaveCount(1);
    await page.keyboard.press(key);
    await expect(rows).toHaveCount(left - 1);
    if (left > 1) await expect(page.locator('[data-write]:focus')).toHaveCount(1);
  }
  expect(asked).toEqual(['mine 2', 'retry 3', 'mine 4', 'theirs 5', 'theirs 1']);
  // The list is empty now; the focus stays on the page all the same.
  await expect(page.locator('main :focus')).toHaveCount(1);
});

/** Writes of two address fields, both of which somebody else changed. */
const twoFields = (id: number): WriteRow =>
  fixtureWrite(id, 'conflict', {
    fix: 'edit_address',
    op: 'order_address_set',
    does: {
      op: 'order_address_set',
      order: gid('Order', `gid://shopify/Order/${id}`),
      set: { zip: 'D02 X285', city: 'Dublin 2' },
      base: { zip: null, city: 'Dublin' },
    },
    alike: 2,
    conflict: (
      [
        ['zip', null, 'T12 AB34', 'D02 X285'],
        ['city', 'Dublin', 'Cork', 'Dublin 2'],
      ] as const
    ).map(([field, planned, now, mine]) => {
      const said = { field: { code: 'address' as const, field }, planned, now, mine };
      return { field, planned, now, mine, said };
    }),
  });

test('a conflict over two fields is decided field by field, for one or for all alike', async ({
  page,
  serve,
}) => {
  const { service, asked } = outbox(twoFields(7), twoFields(8));
  const host = await serve(service);
  await page.goto(host.url.replace('#', '?page=outbox#'));
  const rows = page.locator('[data-write]');
  await expect(rows).toHaveCount(2);

  // Mine for the postal code, theirs for the city; the same for the other one.
  const first = rows.first();
  await first.getByRole('radio', { name: 'Cork' }).check();
  await first.getByRole('checkbox', { name: 'the same for all 2 conflicts' }).check();
  await page.screenshot({ path: test.info().outputPath('conflict.png') });
  await page.keyboard.press('f');
  await expect.poll(() => asked).toEqual(['{"fields":{"zip":"mine","city":"theirs"},"alike":true} 7']);

  await expect(rows).toHaveCount(1);

  // A value of one's own goes to one order only.
  await rows
    .first()
    .getByRole('textbox', { name: /^postal code/ })
    .fill('T23 XY00');
  await expect(rows.first().getByRole('checkbox')).toBeDisabled();
  await rows.first().getByRole('button', { name: 'Send as chosen' }).click();
  await expect.poll(() => asked.at(-1)).toBe('{"fields":{"zip":{"value":"T23 XY00"},"city":"mine"}} 8');
  await expect(rows).toHaveCount(0);
});
