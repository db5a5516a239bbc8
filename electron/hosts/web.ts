import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { messageOf, UnstuckError } from '../../shared/errors.ts';
import { dataDirectory } from '../data-directory.ts';
import { openBrowser } from './open-browser.ts';
import { openWorkspace } from './open-workspace.ts';
import { openSecrets } from './secrets.ts';
import { startWebHost } from './web-server.ts';

const USAGE = 'usage: npm start -- [--home DIR] [--port PORT] [--demo | --own] [--no-open]';

/** The web host: the engine in this process, the console in the browser. Prints its address and runs until it is ended. */
async function main(): Promise<void> {
  const options = readOptions();
  const home = dataDirectory(options.home, process.env);
  const workspace = await openWorkspace({
    home,
    host: 'web',
    demo: options.demo,
    own: options.own,
    openSecrets: (folder) => openSecrets(folder, process.env),
  });
  const host = await startWebHost({
    service: workspace.service,
    assetsDir: fileURLToPath(new URL('../../dist/renderer', import.meta.url)),
    port: options.port,
    logger: workspace.logger,
  });

  if (workspace.isDemo())
    console.log('No store is connected yet: this is demo data from merchants on this machine.');
  console.log(`Unstuck is at ${host.url}`);
  console.log('The address works once; Ctrl-C ends Unstuck.');
  workspace.start();
  if (options.open) await openBrowser(host.url);

  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await host.close();
  await workspace.close();
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        home: { type: 'string' },
        port: { type: 'string', default: '0' },
        demo: { type: 'boolean', default: false },
        own: { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error('--port must be from 0 to 65535');
    return {
      home: values.home,
      port,
      demo: values.demo,
      own: values.own,
      open: values.open && !values['no-open'],
    };
  } catch (thrown) {
    const message = messageOf(thrown);
    throw new UnstuckError('bad_input', `${message}; ${USAGE}`);
  }
}

try {
  await main();
} catch (thrown) {
  console.error(`unstuck: ${messageOf(thrown)}`);
  process.exitCode = thrown instanceof UnstuckError && thrown.code === 'bad_input' ? 2 : 1;
}
