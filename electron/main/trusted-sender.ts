import { APP_URL } from '../../shared/contract/desktop.ts';

interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

/**
 * Whether a message comes from the page itself: the top frame of one of our windows, showing our own origin. A frame
 * that is gone by now (null), one inside the page, or one that was led elsewhere is not heard.
 */
export function isTrustedSender(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(APP_URL);
}
