/**
 * `npm test`: checks, unit, property and integration tests, then the browser tests.
 * Ends with one plain line, `N passed, N failed`, over all of them.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, runNode } from './setup.mjs';

ensureInstalled();
const { buildRenderer } = await import('./build-renderer.mjs');
const { buildElectron } = await import('./build-electron.mjs');
const out = join(root, 'test-results');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// Logs are read as plain text.
process.env.NO_COLOR ??= '1';

const total = { passed: 0, failed: 0 };

console.log('— checks');
add('checks', await run('scripts/check.mjs'), { passed: 1, failed: 0 });

console.log('— unit, property and integration tests');
const unit = join(out, 'vitest.json');
const unitCode = await run(
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unit}`,
);
const vitest = readJson(unit);
add('vitest', unitCode, vitest && { passed: vitest.numPassedTests, failed: vitest.numFailedTests });

console.log('— browser tests');
await buildRenderer();
await buildElectron();
const browser = join(out, 'playwright.json');
process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = browser;
const browserCode = await run('node_modules/playwright/cli.js', 'test', '--reporter=list,json');
const playwright = readJson(browser)?.stats;
add(
  'playwright',
  browserCode,
  playwright && { passed: playwright.expected, failed: playwright.unexpected + playwright.flaky },
);

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** A part that ended badly, or that ran nothing, counts as one failure even when it reports none. */
function add(name, code, counts) {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  const broken = (code !== 0 || passed === 0) && failed === 0;
  if (broken) console.log(`${name} ended with exit code ${code} and ${passed} passed`);
  total.passed += code !== 0 && name === 'checks' ? 0 : passed;
  total.failed += failed + (broken ? 1 : 0);
}

function run(script, ...args) {
  return runNode([join(root, script), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
