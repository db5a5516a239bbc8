import { utilityProcess } from 'electron';
import type { DemoMerchants } from '../../shared/contract/demo-merchants.ts';
import { fromMerchantsSchema } from '../../shared/contract/engine-process.ts';

/** The name under which the system's task list shows the process of the demo merchants. */
const SERVICE_NAME = 'Unstuck demo merchants';

interface KeptMerchants {
  /** Starts them on the first call, and again only once their process has ended. */
  get(): Promise<DemoMerchants>;
  end(): void;
}

/** The demo merchants in a process of their own, so that they outlive an engine that crashes. */
export function keepMerchants(entry: string): KeptMerchants {
  let running: { readonly merchants: Promise<DemoMerchants>; readonly end: () => void } | null = null;
  const start = () => {
    const child = utilityProcess.fork(entry, [], { serviceName: SERVICE_NAME, stdio: 'inherit' });
    const said = Promise.withResolvers<DemoMerchants>();
    child.on('message', (raw) => {
      const parsed = fromMerchantsSchema.safeParse(raw);
      if (parsed.success) said.resolve(parsed.data.merchants);
    });
    child.once('exit', () => {
      running = null;
      said.reject(new Error('The process of the demo merchants has ended.'));
    });
    // Whoever asked is told; without this a process that ends by itself would be a rejection that nobody handles.
    said.promise.catch(() => undefined);
    return { merchants: said.promise, end: () => void child.kill() };
  };
  return {
    get: () => (running ??= start()).merchants,
    end: () => running?.end(),
  };
}
