import { app, session, shell } from 'electron';
import { APP_URL } from '../../shared/contract/desktop.ts';
import { openableUrl } from '../../shared/domain/openable-url.ts';

/**
 * Keeps every page, ours or one that got in, where it is: no other address, no further window, no embedded contents, no
 * permission. A link leads to the system's browser when its host is one of `OPENABLE_HOSTS`, else nowhere.
 */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url);
      return { action: 'deny' };
    });
    contents.on('will-navigate', (event) => {
      if (event.url.startsWith(APP_URL)) return;
      event.preventDefault();
      openOutside(event.url);
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(ALLOWED.has(permission)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission));
}

/** Copying an order's number is all that the page asks of the system. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

function openOutside(text: string): void {
  const url = openableUrl(text);
  if (url !== null) void shell.openExternal(url).catch(() => undefined);
}
