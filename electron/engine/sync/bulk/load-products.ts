import { UnstuckError } from '../../../../shared/errors.ts';
import { dropBulkLoad, readBulkLoad, writeBulkLoad } from '../../db/cache/bulk-loads.ts';
import { transaction } from '../../db/open.ts';
import { readsProducts } from '../store-context.ts';
import type { StoreRun } from '../store-run.ts';
import { awaitOperation } from './await-operation.ts';
import { productsIntake } from './intake.ts';
import { takeInFile } from './take-in-file.ts';

/** Has the store write down all of its products, beside its orders, where it has a place for that and shows them. */
export async function startProducts({ cache, no, store, reader, clock, signal }: StoreRun): Promise<void> {
  if (!readsProducts(store)) return;
  const beganAt = clock.now();
  const started = await reader.bulk.start('products', 0, signal);
  if (started.kind === 'refused') return;
  const { id: operation, createdAt } = started.operation;
  transaction(cache, () => {
    dropBulkLoad(cache, no, 'products');
    writeBulkLoad(cache, no, 'products', {
      operation,
      createdAt,
      beganAt,
      composition: '',
      createdSince: 0,
      sweeps: false,
      attempts: 1,
      bytesRead: 0,
      rootsRead: 0,
    });
  });
}

/**
 * Takes in the products of a load that was begun. It only makes the orders' load quicker: a product that is not here
 * when an order has it is asked for by id, so whatever goes wrong ends it and no more.
 */
export async function loadProducts(run: StoreRun): Promise<void> {
  const { cache, no, signal, logger, store } = run;
  const load = readBulkLoad(cache, no, 'products');
  if (!load || load.operation === null) return;
  try {
    const ended = await awaitOperation(run, load.operation, () => undefined);
    if (ended !== null && ended !== 'stalled' && ended.status === 'completed' && ended.file)
      await takeInFile(
        { ...run, progress: () => undefined },
        load,
        ended.file,
        await productsIntake(run, load.beganAt),
      );
  } catch (thrown) {
    signal?.throwIfAborted();
    if (!(thrown instanceof UnstuckError)) throw thrown;
    logger.warn('sync.products_not_in_bulk', { store: store.id, message: thrown.message });
  }
  dropBulkLoad(cache, no, 'products');
}
