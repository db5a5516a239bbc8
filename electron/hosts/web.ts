import { messageOf, UnstuckError } from '../../shared/errors.ts';
import { dataDirectory } from '../data-directory.ts';
import { openBrowser } from './open-browser.ts';
import { hostMerchants } from './web/host-merchants.ts';
import { webOptions } from './web/options.ts';
import { superviseWebEngine } from './web/supervise-engine.ts';

/**
 * The web host: the console in the browser, the engine in a process beside this one, which keeps the demo merchants.
 * Prints the console's address and runs until it is ended.
 */
async function main(): Promise<void> {
  const { home, port, demo, own, open } = webOptions();
  const merchants = hostMerchants();
  const ending = Promise.withResolvers<void>();
  const engine = superviseWebEngine({
    home: dataDirectory(home, process.env),
    demo,
    own,
    port,
    merchants: () => merchants.get(),
    onReady: (ready) => {
      if (ready.demo)
        console.log('No store is connected yet: this is demo data from merchants on this machine.');
      console.log(`Unstuck is at ${ready.url}`);
      console.log('The address works once; Ctrl-C ends Unstuck.');
      if (open) void openBrowser(ready.url);
    },
    onCrashed: () => console.error('unstuck: the engine ended unexpectedly; it is started again.'),
    onFailed: ending.reject,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.resolve());
  try {
    await ending.promise;
  } finally {
    await engine.close();
    await merchants.close();
  }
}

try {
  await main();
} catch (thrown) {
  console.error(`unstuck: ${messageOf(thrown)}`);
  process.exitCode = thrown instanceof UnstuckError && thrown.code === 'bad_input' ? 2 : 1;
}
