import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { messageOf, UnstuckError } from '../../../shared/errors.ts';
import type { FaultPlan } from '../../demo/faults.ts';
import type { DemoStore } from '../../demo/start-demo.ts';
import { badArgument, callerPath, parseWhole } from './arguments.ts';
import { createOutput } from './output.ts';
import { type GlobalOptions, reportingErrors } from './session.ts';

interface DemoOptions {
  readonly port?: number;
  readonly orders?: number;
  readonly stores?: number;
  readonly seed?: number;
  readonly faults?: string;
}

/** `demo` of contract.md: serves demo merchants until it is ended. */
export function addDemoCommand(program: Command, globals: () => GlobalOptions): void {
  program
    .command('demo')
    .description('serve demo merchants: a local Admin API and fulfilment platform')
    .option('--port <port>', 'a fixed port', parseWhole('--port', 0, 65_535))
    .option('--orders <n>', 'orders over all stores', parseWhole('--orders', 1, 5_000_000))
    .option('--stores <n>', 'how many stores', parseWhole('--stores', 1, 500))
    .option('--seed <n>', 'the same seed gives the same orders', parseWhole('--seed', 0, 2 ** 31))
    .option('--faults <file>', 'a JSON file of faults to inject')
    .action(async (options: DemoOptions) => {
      const output = createOutput(globals().json ?? false, process.stdout, process.stderr);
      await reportingErrors(output, async () => {
        const { faults, ...numbers } = options;
        // Only this command needs the merchants and their name lists; the others start faster without.
        const { startDemo } = await import('../../demo/start-demo.ts');
        const demo = await startDemo({
          ...numbers,
          ...(faults === undefined ? {} : { faults: await readFaults(faults) }),
        }).catch((thrown: unknown) => {
          throw portProblem(thrown, numbers.port) ?? thrown;
        });
        const stores = demo.stores.map(
          ({ domain, endpoint, tokenEnv, token, platformEndpoint, platformKey }) => ({
            domain,
            endpoint,
            tokenEnv,
            token,
            platformEndpoint,
            platformKey,
          }),
        );
        output.data({ stores }, () => instructions(demo.stores));
        output.note('Seeded stuck orders, per error type:');
        output.note(JSON.stringify(demo.seededCounts().total));
        output.note('Serving demo merchants; Ctrl-C ends them.');
        await new Promise<void>((resolve) => {
          process.once('SIGINT', resolve);
          process.once('SIGTERM', resolve);
        });
        await demo.close();
      });
    });
}

/** null: something else went wrong. */
function portProblem(thrown: unknown, port = 0): UnstuckError | null {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'EADDRINUSE')
    return new UnstuckError(
      'in_use',
      `--port: ${port} is taken by another program; give another, or none for any that is free.`,
    );
  if (code === 'EACCES')
    return badArgument('--port', `${port} is not open to you; give one from 1024 up, or none.`);
  return null;
}

/** The commands that connect the stores, to paste into another terminal. */
function instructions(stores: readonly DemoStore[]): string {
  return stores
    .map((store) => {
      const keyEnv = store.tokenEnv.replace(/_TOKEN$/, '_PLATFORM_KEY');
      const { mode, countries } = store.syncCountries;
      return [
        `# ${store.name}`,
        `export ${store.tokenEnv}=${store.token} ${keyEnv}=${store.platformKey}`,
        `npm run -s cli -- stores add --name '${store.name}' --domain ${store.domain} --token-env ${store.tokenEnv} --endpoint ${store.endpoint} \\`,
        `  --platform bigblue --platform-endpoint ${store.platformEndpoint} --platform-key-env ${keyEnv} \\`,
        `  --countries ${mode === 'deny' ? 'except:' : ''}${countries.join(',')} --payment-terms ${store.syncPaymentTerms ? 'on' : 'off'} --link-route ${store.linkRoute} \\`,
        `  --shipping-methods '${store.shippingMethods.join(',')}' --pickup-methods '${store.pickupMethods.join(',')}' --tax-id-countries ${store.taxIdCountries.join(',')}`,
      ].join('\n');
    })
    .join('\n\n');
}

async function readFaults(file: string): Promise<FaultPlan> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(callerPath(file), 'utf8'));
  } catch {
    throw badArgument('--faults', `${file} cannot be read as JSON.`);
  }
  const { parseFaultPlan } = await import('../../demo/faults.ts');
  try {
    return parseFaultPlan(json);
  } catch (thrown) {
    throw badArgument('--faults', messageOf(thrown));
  }
}
