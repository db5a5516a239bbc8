import { expect, test as base, type Page, type TestInfo } from 'playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startWebHost, type WebHost } from '../../electron/hosts/web-server.ts';
import { recordingLogger } from '../../electron/engine/rpc/test-support/fake-service.ts';
import type { EngineService } from '../../electron/engine/rpc/handlers.ts';
import { openElectronConsole } from './hosts/electron-console.ts';
import type { OpenConsole, OpenHost } from './hosts/open-console.ts';
import { openWebConsole } from './hosts/web-console.ts';

export interface HostOption {
  /** Which host `openConsole` opens; each Playwright project has its own. */
  readonly host: 'web' | 'electron';
}

interface Support extends HostOption {
  /** What a page of this test may complain about; anything else on its console fails the test. */
  readonly allowedComplaints: RegExp[];
  /** Opens the console in this project's host; closed when the test ends. */
  readonly openConsole: OpenHost;
  /** Serves the built page over `service`, in the web host; closed when the test ends. */
  readonly serve: (service: EngineService, port?: number) => Promise<WebHost>;
}

/** Playwright's test, in which no page may break its security policy, log an error or throw. */
export const test = base.extend<Support>({
  host: ['web', { option: true }],
  allowedComplaints: [[], { option: true }],
  page: async ({ page, allowedComplaints }, run) => {
    const complaints = complaintsOf(page);
    await run(page);
    expectNone(complaints, allowedComplaints);
  },
  openConsole: async ({ host, context, allowedComplaints }, run, info) => {
    const opened: OpenConsole[] = [];
    const homes = new Set<string>();
    const complaints: string[][] = [];
    await run(async (args, env) => {
      const home = args[args.indexOf('--home') + 1];
      if (home !== undefined) homes.add(home);
      if (host === 'electron') {
        const next = await openElectronConsole(args, env);
        complaints.push(complaintsOf(next.page));
        opened.push(next);
        return next;
      }
      const page = await context.newPage();
      complaints.push(complaintsOf(page));
      const next = await openWebConsole(page, args, env);
      opened.push(next);
      return next;
    });
    if (info.status !== info.expectedStatus) await keepEvidence(info, opened, homes);
    await Promise.all(opened.map((each) => each.close()));
    expectNone(complaints.flat(), allowedComplaints);
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures a fixture needs from here
  serve: async ({}, run) => {
    const hosts: WebHost[] = [];
    await run(async (service, port = 0) => {
      const host = await startWebHost({
        service,
        port,
        assetsDir: 'dist/renderer',
        logger: recordingLogger(),
      });
      hosts.push(host);
      return host;
    });
    await Promise.all(hosts.map((host) => host.close()));
  },
});

/** What a test that failed leaves: what its pages show, in the run's output too, and the logs of its workspaces. */
async function keepEvidence(
  info: TestInfo,
  opened: readonly OpenConsole[],
  homes: ReadonlySet<string>,
): Promise<void> {
  for (const [n, { page }] of opened.entries()) {
    if (page.isClosed()) continue;
    const shown = await page.locator('body').ariaSnapshot();
    process.stdout.write(`The page when “${info.title}” failed:\n${shown.slice(0, 3_000)}\n`);
    await info.attach(`page-${n}.yml`, { body: shown, contentType: 'text/yaml' });
    await info.attach(`page-${n}.png`, { body: await page.screenshot(), contentType: 'image/png' });
  }
  for (const home of homes)
    for (const folder of [home, join(home, 'demo')]) {
      const log = await readFile(join(folder, 'logs', 'unstuck.log'), 'utf8').catch(() => '');
      if (log === '') continue;
      process.stdout.write(`The end of its log:\n${log.split('\n').slice(-20).join('\n')}\n`);
      await info.attach('unstuck.log', { body: log, contentType: 'text/plain' });
    }
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

function expectNone(complaints: readonly string[], allowed: readonly RegExp[]): void {
  expect(complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
}

export { expect } from 'playwright/test';
