import type { DemoMerchants } from '../../../shared/contract/demo-merchants.ts';
import { failed } from '../../../shared/failed.ts';
import type { Parent } from './parent.ts';

/** Asks Electron's main process for the demo merchants that it keeps. @throws UnstuckError `internal` */
export function mainMerchants(parent: Parent): () => Promise<DemoMerchants> {
  let waiting: PromiseWithResolvers<DemoMerchants>[] = [];
  parent.onMessage((message) => {
    if (message.type !== 'merchants') return;
    for (const asked of waiting)
      if (message.merchants) asked.resolve(message.merchants);
      else asked.reject(failed('internal', { code: 'no_merchants' }));
    waiting = [];
  });
  return () => {
    const asked = Promise.withResolvers<DemoMerchants>();
    waiting = [...waiting, asked];
    parent.send({ type: 'merchants.get' });
    return asked.promise;
  };
}
