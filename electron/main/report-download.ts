import type { Session } from 'electron';
import { APP_URL } from '../../shared/contract/desktop.ts';

const REPORT = /^[\p{L}\p{N} ._-]{1,120}\.(csv|md|json)$/u;

/**
 * The file name that a download is offered under, null when it is no report made by the page: a report is text that the
 * page put together itself (a `blob:` of its own origin), named with one of the formats of this issue of the contract.
 */
export function reportFileName(url: string, suggested: string): string | null {
  const own = url.startsWith(`blob:${APP_URL}`);
  return own && REPORT.test(suggested) && !suggested.startsWith('.') ? suggested : null;
}

/**
 * Reports are saved where the person says, in the system's own dialog; any other download is refused. The text goes
 * from the page to the file inside Chromium, so no order data passes through main, and the page never names a path.
 */
export function saveReportsOnly(session: Session, folder: string, title: () => string): void {
  session.on('will-download', (event, item) => {
    const name = reportFileName(item.getURL(), item.getFilename());
    if (name === null) return event.preventDefault();
    item.setSaveDialogOptions({
      title: title(),
      defaultPath: `${folder}/${name}`,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
  });
}
