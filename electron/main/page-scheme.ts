import { protocol, type Session } from 'electron';
import { APP_URL } from '../../shared/contract/desktop.ts';
import { answerPageRequest } from './answer-page-request.ts';

const SCHEME = new URL(APP_URL).protocol.slice(0, -1);

/** Makes `app://` a scheme like https: with an origin of its own and in a secure context. Only before `ready`. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page in `root` to windows of `session`. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(SCHEME, (request) => answerPageRequest(root, request));
}
