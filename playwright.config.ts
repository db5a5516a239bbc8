import { defineConfig } from 'playwright/test';
import { chromiumExecutable } from './e2e/support/chromium-executable.ts';
import type { HostOption } from './e2e/support/test.ts';

/** Specs about sessions and WebSockets, or about a page over an engine that the test itself plays. */
const WEB_ONLY = ['**/page-states.spec.ts', '**/*.web.spec.ts'];
/** Specs about main and preload. */
const ELECTRON_ONLY = '**/*.electron.spec.ts';

/**
 * The browser tests: the real page in a real Chromium, over the loopback web host and through Electron's main and
 * preload. A spec that opens the page with `openConsole` runs in both.
 */
export default defineConfig<HostOption>({
  testDir: 'e2e/specs',
  globalSetup: './e2e/support/hosts/say-hosts.ts',
  outputDir: 'test-results/browser',
  // Not used up by a slow machine; no test waits for a time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    launchOptions: {
      executablePath: await chromiumExecutable(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-gpu',
        '--no-first-run',
      ],
    },
    trace: 'off',
  },
  projects: [
    { name: 'web', testIgnore: ELECTRON_ONLY, use: { host: 'web' } },
    { name: 'electron', testIgnore: WEB_ONLY, use: { host: 'electron' } },
  ],
});
