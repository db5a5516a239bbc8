import { expect, test as base } from 'playwright/test';
import { startWebHost, type WebHost } from '../../electron/hosts/web-server.ts';
import { recordingLogger } from '../../electron/engine/rpc/test-support/fake-service.ts';
import type { EngineService } from '../../electron/engine/rpc/handlers.ts';

interface Support {
  /** What a page of this test may complain about; anything else on its console fails the test. */
  readonly allowedComplaints: RegExp[];
  /** Serves the built page over `service`; closed when the test ends. */
  readonly serve: (service: EngineService, port?: number) => Promise<WebHost>;
}

/** Playwright's test, in which no page may break its security policy, log an error or throw. */
export const test = base.extend<Support>({
  allowedComplaints: [[], { option: true }],
  page: async ({ page, allowedComplaints }, run) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await run(page);
    expect(complaints.filter((text) => !allowedComplaints.some((allowed) => allowed.test(text)))).toEqual([]);
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

export { expect } from 'playwright/test';
