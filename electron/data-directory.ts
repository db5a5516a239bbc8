import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where a workspace lives: `--home`, else `UNSTUCK_HOME`, else the platform's own place for application data. */
export function dataDirectory(
  home: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const given = home ?? env['UNSTUCK_HOME'];
  return given ? resolve(env['INIT_CWD'] ?? '.', given) : envPaths('unstuck', { suffix: '' }).data;
}
