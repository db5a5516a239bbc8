import { APP_URL } from '../../shared/contract/desktop.ts';
import { readAsset } from '../page-files/assets.ts';
import { securityHeaders } from '../page-files/security-headers.ts';

const HEADERS = securityHeaders([]);

/**
 * What the page's scheme answers: a file of the built page in `root`, under a policy without exceptions. Only GET and
 * HEAD, only `app://unstuck/`; everything else, also a path that leads out of `root`, is not found.
 */
export async function answerPageRequest(
  root: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> {
  const url = URL.parse(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'Only GET and HEAD.', { allow: 'GET, HEAD' });
  if (url === null || !url.href.startsWith(APP_URL)) return refuse(404, 'There is nothing here.');
  const asset = await readAsset(root, url.pathname);
  if (!asset) return refuse(404, 'There is nothing here.');
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(asset.body), {
    headers: { ...HEADERS, 'content-type': asset.type, 'cache-control': 'no-store' },
  });
}

function refuse(status: number, text: string, more: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8', ...more },
  });
}
