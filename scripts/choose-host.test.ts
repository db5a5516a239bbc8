import { describe, expect, it } from 'vitest';
import { chooseHost } from './choose-host.mjs';

const HOUR = 60 * 60 * 1000;
const NOW = 1_800_000_000_000;

const desk = {
  args: [],
  platform: 'linux',
  env: { DISPLAY: ':0' },
  root: false,
  binary: null,
  failedAt: null,
  now: NOW,
} as const;

describe('npm start', () => {
  it('opens the desktop shell when Electron is there', () => {
    expect(chooseHost({ ...desk, binary: '/electron' })).toEqual({ host: 'electron' });
  });

  it('tries to fetch Electron when it is not', () => {
    expect(chooseHost(desk)).toEqual({ host: 'fetch' });
  });

  it('does not try again on the same day when that failed, unless it is told to', () => {
    const failed = { ...desk, failedAt: NOW - HOUR };
    expect(chooseHost(failed)).toMatchObject({ host: 'web', why: expect.stringContaining('--electron') });
    expect(chooseHost({ ...failed, args: ['--electron'] })).toEqual({ host: 'fetch' });
    expect(chooseHost({ ...desk, failedAt: NOW - 25 * HOUR })).toEqual({ host: 'fetch' });
  });

  it('is not kept from trying by a failure that a wrong clock dated into the future', () => {
    expect(chooseHost({ ...desk, failedAt: NOW + HOUR })).toEqual({ host: 'fetch' });
  });

  it.each([
    ['--web', { args: ['--web'] }, '--web'],
    ['an option of the web host', { args: ['--port=8080'] }, '--port'],
    ['no display', { env: {} }, 'no display'],
    ['root', { root: true }, 'root'],
  ])('uses the browser for %s, and says so', (_case, circumstances, why) => {
    expect(chooseHost({ ...desk, binary: '/electron', ...circumstances })).toMatchObject({
      host: 'web',
      why: expect.stringContaining(why),
    });
  });

  it('needs no display variable on macOS and Windows', () => {
    for (const platform of ['darwin', 'win32'] as const)
      expect(chooseHost({ ...desk, platform, env: {}, binary: '/electron' })).toEqual({ host: 'electron' });
  });
});
