import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodePorts } from './node-ports.ts';
import { openSecrets } from './secrets.ts';

const refusal = (home: string): unknown =>
  expect.objectContaining({
    code: 'disk',
    message: `The data directory ${home} cannot be written; make it and its files writable, or give another with --home.`,
  });

test.each<[string, (home: string) => string]>([
  [
    'is a file',
    (home) => {
      writeFileSync(join(home, 'file'), '');
      return join(home, 'file');
    },
  ],
  [
    'has a log that cannot be written',
    (home) => {
      mkdirSync(join(home, 'logs', 'unstuck.log'), { recursive: true });
      return home;
    },
  ],
])('a data directory that %s is refused in words', (_what, spoil) => {
  const home = spoil(mkdtempSync(join(tmpdir(), 'unstuck-ports-')));
  expect(() => createNodePorts(home, openSecrets(home, { UNSTUCK_KEYCHAIN: 'file' }))).toThrow(refusal(home));
});

test('a log on a full disk stops nobody', () => {
  const home = mkdtempSync(join(tmpdir(), 'unstuck-ports-'));
  mkdirSync(join(home, 'logs'));
  symlinkSync('/dev/full', join(home, 'logs', 'unstuck.log'));
  const { logger } = createNodePorts(home, openSecrets(home, { UNSTUCK_KEYCHAIN: 'file' }));
  for (let line = 0; line < 3; line += 1) expect(() => logger.error('disk.full', { line })).not.toThrow();
});
