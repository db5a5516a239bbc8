import { startWebHost } from '../../electron/hosts/web-server.ts';
import { recordingLogger } from '../../electron/engine/rpc/test-support/fake-service.ts';
import { fixtureOrders } from './fixture-orders.ts';
import { fixtureService } from './fixture-service.ts';

const host = await startWebHost({
  service: fixtureService(fixtureOrders(600)),
  assetsDir: 'dist/renderer',
  port: 4599,
  logger: recordingLogger(),
});
process.stdout.write(`${host.url}\n`);
process.stdin.on('data', () => process.stdout.write(`${host.newUrl()}\n`));
