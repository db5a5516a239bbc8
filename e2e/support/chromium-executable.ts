import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium to test in: the one named by UNSTUCK_CHROMIUM, else an installed one, else the one in an npm package. */
export async function chromiumExecutable(): Promise<string> {
  const named = process.env['UNSTUCK_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  return INSTALLED.find((path) => existsSync(path)) ?? (await chromium.executablePath());
}
