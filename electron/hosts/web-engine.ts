import { fileURLToPath } from 'node:url';
import { failed, toWireError } from '../../shared/failed.ts';
import type { DemoMerchants } from '../../shared/contract/demo-merchants.ts';
import { openWorkspace } from './open-workspace.ts';
import { openSecrets } from './secrets.ts';
import { type FromWebEngine, type ToWebEngine, toWebEngineSchema } from './web/engine-channel.ts';
import { Sessions } from './web/sessions.ts';
import { startWebHost } from './web-server.ts';

/**
 * The web host's engine, with the page's server, in a process of its own that hosts/web.ts forks: a crash takes down
 * neither the demo merchants nor the address that the browser knows.
 */
const tell = (message: FromWebEngine): void => {
  if (process.connected) process.send?.(message);
};
let merchantsAsked: PromiseWithResolvers<DemoMerchants>[] = [];
let close = async (): Promise<void> => undefined;

const end = (): void => void close().finally(() => process.exit());

process.on('message', (raw) => {
  const parsed = toWebEngineSchema.safeParse(raw);
  if (!parsed.success) return;
  const message = parsed.data;
  switch (message.type) {
    case 'open':
      void open(message);
      return;
    case 'merchants':
      for (const asked of merchantsAsked)
        if (message.merchants) asked.resolve(message.merchants);
        else asked.reject(failed('internal', { code: 'no_merchants' }));
      merchantsAsked = [];
      return;
    case 'close':
      end();
  }
});
process.on('disconnect', end);
// They come to the host as well, which then says `close`.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

async function open({
  home,
  demo,
  own,
  port,
  sessions,
}: Extract<ToWebEngine, { type: 'open' }>): Promise<void> {
  try {
    const workspace = await openWorkspace({
      home,
      host: 'web',
      demo,
      own,
      openSecrets: () => openSecrets(home, process.env),
      merchants: () => {
        const asked = Promise.withResolvers<DemoMerchants>();
        merchantsAsked = [...merchantsAsked, asked];
        tell({ type: 'merchants.get' });
        return asked.promise;
      },
    });
    close = () => workspace.close();
    const host = await startWebHost({
      service: workspace.service,
      assetsDir: fileURLToPath(new URL('../../dist/renderer', import.meta.url)),
      port,
      logger: workspace.logger,
      sessions: new Sessions(sessions, (state) => tell({ type: 'sessions', state })),
    });
    close = async () => {
      await host.close();
      await workspace.close();
    };
    workspace.start();
    tell({ type: 'ready', url: host.url, port: host.port, demo: workspace.isDemo() });
  } catch (thrown) {
    tell({ type: 'failed', error: toWireError(thrown) });
    process.exitCode = 1;
    process.disconnect();
  }
}
