import type { ToEngine } from '../../shared/contract/engine-process.ts';
import { toWireError } from '../../shared/failed.ts';
import { serveConnection } from '../engine/rpc/serve.ts';
import { openWorkspace } from './open-workspace.ts';
import { messagePort } from './utility/message-port.ts';
import { mainMerchants } from './utility/main-merchants.ts';
import { openUtilitySecrets } from './utility/open-utility-secrets.ts';
import { parentOf } from './utility/parent.ts';

/**
 * The desktop host: the engine in a process of its own that Electron's main forked. Main says which workspace to open,
 * hands over a message port for each page, and keeps the secrets; pages are answered over their ports, past main.
 */
const parent = parentOf(process.parentPort);

parent.onMessage((message) => {
  if (message.type === 'open') void open(message);
});

async function open({ home, demo, own, keychain }: Extract<ToEngine, { type: 'open' }>): Promise<void> {
  try {
    const secrets = await openUtilitySecrets(home, keychain, parent, process.env);
    const workspace = await openWorkspace({
      home,
      host: 'utility',
      demo,
      own,
      openSecrets: () => secrets,
      merchants: mainMerchants(parent),
    });
    parent.onMessage((message, ports) => {
      if (message.type === 'serve')
        for (const port of ports) serveConnection(workspace.service, messagePort(port), workspace.logger);
      if (message.type === 'close') void workspace.close().finally(() => process.exit(0));
    });
    workspace.start();
    parent.send({ type: 'ready', demo: workspace.isDemo() });
  } catch (thrown) {
    parent.send({ type: 'failed', error: toWireError(thrown) });
    process.exitCode = 1;
    // The message must have left before the process does; main's end of the channel keeps it alive.
    setTimeout(() => process.exit(), 250);
  }
}
