import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { lockHome } from './lock.ts';
import { tempDir } from './test-support/temp-dir.ts';

test('a home is held by one process; when that is killed, the next takes it without any clean-up', async () => {
  const home = tempDir();
  const lock = fileURLToPath(new URL('lock.ts', import.meta.url));
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { lockHome } from ${JSON.stringify(lock)}; globalThis.held = lockHome(${JSON.stringify(home)}); console.log('held'); setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  expect(() => lockHome(home)).toThrow(
    expect.objectContaining({
      code: 'in_use',
      message: `${home} is in use by another Unstuck (process ${holder.pid}); close it or use another --home.`,
    }),
  );
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockHome(home).release();
});

test('a second opening in the same process is refused too, until the first is released', () => {
  const home = tempDir();
  const first = lockHome(home);
  expect(() => lockHome(home)).toThrow(expect.objectContaining({ code: 'in_use' }));
  first.release();
  lockHome(home).release();
});
