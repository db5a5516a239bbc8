import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ORDER_PARTS } from '../../../shared/domain/order.ts';
import { journalMigrations } from '../db/migrations/journal.ts';
import { openDatabase } from '../db/open.ts';
import { TEST_KEY, tempDir } from '../db/test-support/temp-dir.ts';
import { aStore } from '../sync/test-support/fake-merchant.ts';
import { createStoresRepo } from './stores-repo.ts';

test('a store is kept as it is, whatever Shopify withholds of its orders', () => {
  const file = join(tempDir(), 'journal.db');
  const journal = openDatabase({ file, key: TEST_KEY, migrations: journalMigrations, kind: 'journal' });
  onTestFinished(() => journal.close());
  const repo = createStoresRepo(journal);
  const store = aStore('nord', { redacted: ORDER_PARTS });
  repo.put(store);
  expect(repo.get(store.id)).toEqual(store);
});
