import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from './write-whole.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'unstuck-out-'));

test('replaces what was there and leaves nothing beside it', () => {
  const dir = folder();
  writeWhole(join(dir, 'plan.json'), 'old');
  writeWhole(join(dir, 'plan.json'), 'new');
  expect(readFileSync(join(dir, 'plan.json'), 'utf8')).toBe('new');
  expect(readdirSync(dir)).toEqual(['plan.json']);
});

test('follows a link to a file, and writes to what is no file', () => {
  const dir = folder();
  writeFileSync(join(dir, 'plan.json'), 'old');
  symlinkSync(join(dir, 'plan.json'), join(dir, 'link'));
  writeWhole(join(dir, 'link'), 'new');
  expect(readFileSync(join(dir, 'plan.json'), 'utf8')).toBe('new');
  expect(lstatSync(join(dir, 'link')).isSymbolicLink()).toBe(true);

  symlinkSync('/dev/null', join(dir, 'sink'));
  writeWhole(join(dir, 'sink'), 'text');
  expect(readlinkSync(join(dir, 'sink'))).toBe('/dev/null');
});

test.each<[string, (dir: string) => string]>([
  ['a folder that is not there', (dir) => join(dir, 'nowhere', 'plan.json')],
  [
    'a folder in its place',
    (dir) => {
      mkdirSync(join(dir, 'plan.json', 'inside'), { recursive: true });
      return join(dir, 'plan.json');
    },
  ],
])('%s is refused by name, and nothing is left behind', (_what, place) => {
  const dir = folder();
  const file = place(dir);
  const before = readdirSync(dir);
  expect(() => writeWhole(file, 'text')).toThrow(`--out: ${file} cannot be written`);
  expect(readdirSync(dir)).toEqual(before);
});
