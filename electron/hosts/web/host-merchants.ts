import type { DemoMerchants } from '../../../shared/contract/demo-merchants.ts';
import { type RunningMerchants, startMerchants } from '../start-merchants.ts';

interface HostMerchants {
  /** Starts them on the first call. */
  get(): Promise<DemoMerchants>;
  close(): Promise<void>;
}

/** The demo merchants in this process, for as long as it lives. */
export function hostMerchants(): HostMerchants {
  let running: Promise<RunningMerchants> | null = null;
  return {
    get: async () => (await (running ??= startMerchants())).merchants,
    close: async () => (await running)?.close(),
  };
}
