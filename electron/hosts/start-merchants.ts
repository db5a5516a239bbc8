import { randomBytes, randomUUID } from 'node:crypto';
import type { DemoMerchants } from '../../shared/contract/demo-merchants.ts';
import { connectInput } from '../demo/connect-input.ts';
import { startDemo } from '../demo/start-demo.ts';

export interface RunningMerchants {
  readonly merchants: DemoMerchants;
  readonly close: () => Promise<void>;
}

/** Demo merchants in this process, and what an engine in another one needs to work on them. */
export async function startMerchants(): Promise<RunningMerchants> {
  const demo = await startDemo({});
  return {
    merchants: {
      id: randomUUID(),
      databaseKey: randomBytes(32).toString('hex'),
      stores: demo.stores.map(connectInput),
    },
    close: () => demo.close(),
  };
}
