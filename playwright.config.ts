import { defineConfig } from 'playwright/test';
import { chromiumExecutable } from './e2e/support/chromium-executable.ts';

/** The browser tests: the real page in a real Chromium, over the loopback web host. */
export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'test-results/browser',
  // Not used up by a slow machine; no test waits for a time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  projects: [
    {
      name: 'web',
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
    },
  ],
});
