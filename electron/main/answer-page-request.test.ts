import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPageRequest } from './answer-page-request.ts';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unstuck-page-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.json'), '{}');
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'main.js'), 'export {};');
  await symlink(join(folder, 'secret.json'), join(root, 'link.json'));
});
afterAll(() => rm(folder, { recursive: true }));

const get = (url: string, method = 'GET') => answerPageRequest(root, { url, method });

describe('the page’s scheme', () => {
  it('serves the page at its root, whatever the view in its address, under a policy without exceptions', async () => {
    const answer = await get('app://unstuck/?type=ignored_by_tag');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<!doctype html>');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe|ws:|http/);
  });

  it('serves files with their own type', async () => {
    const answer = await get('app://unstuck/assets/main.js');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['a path out of the page', 'app://unstuck/..%2fsecret.json'],
    ['dots that the address swallows', 'app://unstuck/../secret.json'],
    ['a link out of the page', 'app://unstuck/link.json'],
    ['another host', 'app://elsewhere/index.html'],
    ['a look-alike host', 'app://unstuck.example/index.html'],
    ['what is no address', 'nonsense'],
    ['a file that is not there', 'app://unstuck/missing.js'],
  ])('finds nothing at %s', async (_case, url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('takes nothing in', async () => {
    expect((await get('app://unstuck/', 'POST')).status).toBe(405);
    expect(await (await get('app://unstuck/', 'HEAD')).text()).toBe('');
  });
});
