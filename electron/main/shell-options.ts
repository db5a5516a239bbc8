import { parseArgs } from 'node:util';
import { dataDirectory } from '../data-directory.ts';

interface ShellOptions {
  /** The data directory. */
  readonly home: string;
  /** Open the demo workspace also where stores are connected. */
  readonly demo: boolean;
  /** Open the own workspace also where no store is connected yet. */
  readonly own: boolean;
}

/** `--home DIR`, `--demo` and `--own` out of a command line that Chromium's own switches are also on. */
export function shellOptions(args: readonly string[], env: NodeJS.ProcessEnv): ShellOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      home: { type: 'string' },
      demo: { type: 'boolean', default: false },
      own: { type: 'boolean', default: false },
    },
    strict: false,
    allowPositionals: true,
  });
  const home = typeof values.home === 'string' ? values.home : undefined;
  return { home: dataDirectory(home, env), demo: values.demo === true, own: values.own === true };
}
