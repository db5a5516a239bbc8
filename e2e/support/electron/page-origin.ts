/**
 * A stock Chromium knows no `app:` scheme and cannot be taught one from outside, so pages of it are shown under an https
 * origin that no network has. Main and preload see `app:` addresses only.
 */
const APP = 'app://unstuck';
export const BROWSER_ORIGIN = 'https://unstuck.invalid';

export const toBrowserUrl = (url: string): string => swap(url, APP, BROWSER_ORIGIN);
export const toAppUrl = (url: string): string => swap(url, BROWSER_ORIGIN, APP);

function swap(url: string, from: string, to: string): string {
  const bare = url.replace(/^blob:/, '');
  return bare.startsWith(`${from}/`) ? url.replace(from, to) : url;
}
