import { z } from 'zod';
import { methods } from './methods.ts';

/**
 * The demo merchants of one life of a host. They outlive every engine that works on them, so what was fixed at them
 * stays fixed when an engine crashes and comes back.
 */
export const demoMerchantsSchema = z.strictObject({
  /** Which life of the merchants: a workspace that was made on others is of no use. */
  id: z.uuid(),
  /** 64 hexadecimal digits: the key of the demo workspace's databases, kept in memory as long as the merchants are. */
  databaseKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** What connects each of them. */
  stores: z.array(methods['stores.add'].input),
});
export type DemoMerchants = z.infer<typeof demoMerchantsSchema>;
