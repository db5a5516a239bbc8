import { expect, test } from 'vitest';
import { shellOptions } from './shell-options.ts';

test('takes the data directory from the command line, else from the environment', () => {
  expect(shellOptions(['--home', '/a'], { UNSTUCK_HOME: '/b' })).toEqual({
    home: '/a',
    demo: false,
    own: false,
  });
  expect(shellOptions([], { UNSTUCK_HOME: '/b' }).home).toBe('/b');
});

test('is not put off by Chromium’s own switches', () => {
  expect(shellOptions(['--no-sandbox', '--inspect=0', '--demo', '--home=/a', 'app'], {})).toEqual({
    home: '/a',
    demo: true,
    own: false,
  });
});

test('opens the own workspace before a store is in it when it is asked to', () => {
  expect(shellOptions(['--own'], { UNSTUCK_HOME: '/b' }).own).toBe(true);
});
