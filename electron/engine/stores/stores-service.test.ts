import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { journalMigrations } from '../db/migrations/journal.ts';
import { openDatabase } from '../db/open.ts';
import { TEST_KEY, tempDir } from '../db/test-support/temp-dir.ts';
import { aStore } from '../sync/test-support/fake-merchant.ts';
import { createStoresRepo } from './stores-repo.ts';
import { createStoresService } from './stores-service.ts';

const MINUTE = 60_000;
const { id } = aStore();

/** `written`: when the journal says that the store was last read. */
function aService() {
  const journal = openDatabase({
    file: join(tempDir(), 'journal.db'),
    key: TEST_KEY,
    migrations: journalMigrations,
  });
  onTestFinished(() => journal.close());
  const repo = createStoresRepo(journal);
  repo.put(aStore());
  return {
    repo,
    service: createStoresService(repo),
    written: () => createStoresRepo(journal).get(id)?.lastSync,
  };
}

const read = (at: number) => ({ state: 'ok' as const, reason: null, said: null, at });

test('a look that finds a store as it was is told at once, and written every ten minutes or at the end', () => {
  const { service, repo, written } = aService();
  service.noteSync(id, read(20 * MINUTE));
  service.noteSync(id, read(21 * MINUTE));
  expect(service.get(id).lastSync).toBe(21 * MINUTE);
  expect(service.list()[0]?.lastSync).toBe(21 * MINUTE);
  expect(written()).toBe(20 * MINUTE);
  service.noteSync(id, read(30 * MINUTE));
  expect(written()).toBe(30 * MINUTE);
  service.noteSync(id, read(31 * MINUTE));
  repo.keep();
  expect(written()).toBe(31 * MINUTE);
});

test('one that fails is written at once, and keeps when the store was last read', () => {
  const { service, written } = aService();
  service.noteSync(id, read(20 * MINUTE));
  service.noteSync(id, read(21 * MINUTE));
  service.noteSync(id, { state: 'reconnect', reason: 'The token is refused.', said: null, at: null });
  expect(service.get(id)).toMatchObject({ state: 'reconnect', lastSync: 21 * MINUTE });
  expect(written()).toBe(21 * MINUTE);
});

test('a store that was removed meanwhile has nothing to note', () => {
  const { service, repo } = aService();
  repo.delete(id);
  service.noteSync(id, read(20 * MINUTE));
  expect(service.list()).toEqual([]);
});
