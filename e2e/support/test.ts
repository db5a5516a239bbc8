import { expect, test as base, type Page } from 'playwright/test';
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
  openConsole: async ({ host, context, allowedComplaints }, run) => {
    const opened: OpenConsole[] = [];
    const complaints: string[][] = [];
    await run(async (args, env) => {
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
