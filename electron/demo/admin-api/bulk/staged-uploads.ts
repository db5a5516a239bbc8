import { randomUUID } from 'node:crypto';

/** Files a client uploads before it names them in a bulk mutation. */
export interface StagedUploads {
  /** Reserves a place and says where and how to upload to it. */
  reserve(
    filename: string,
    method: 'PUT' | 'POST',
  ): { url: string; resourceUrl: string | null; parameters: { name: string; value: string }[] };
  /** Stores what arrived; false when nobody reserved the key. */
  store(key: string, content: Buffer): boolean;
  read(key: string): Buffer | null;
}

/**
 * @param uploadUrl where the demo's server takes uploads of this store
 */
export function createStagedUploads(slug: string, uploadUrl: () => string): StagedUploads {
  const files = new Map<string, Buffer | null>();
  return {
    reserve: (filename, method) => {
      const key = `tmp/${slug}/bulk/${randomUUID()}/${filename}`;
      files.set(key, null);
      if (method === 'PUT') {
        const url = `${uploadUrl()}/${encodeURIComponent(key)}`;
        return { url, resourceUrl: url, parameters: [{ name: 'content_type', value: 'text/jsonl' }] };
      }
      return {
        url: uploadUrl(),
        resourceUrl: null,
        parameters: [
          { name: 'key', value: key },
          { name: 'Content-Type', value: 'text/jsonl' },
          { name: 'success_action_status', value: '201' },
          { name: 'acl', value: 'private' },
          { name: 'policy', value: 'demo' },
        ],
      };
    },
    store: (key, content) => {
      if (!files.has(key)) return false;
      files.set(key, content);
      return true;
    },
    read: (key) => files.get(key) ?? null,
  };
}

/** Reads a multipart/form-data body: text fields and the content of the file part. Null when it is none. */
export function readMultipart(
  body: Buffer,
  contentType: string,
): { fields: Map<string, string>; file: Buffer | null } | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return null;
  const fields = new Map<string, string>();
  let file: Buffer | null = null;
  const delimiter = Buffer.from(`--${mark.trim()}`);
  let at = body.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    const end = body.indexOf(delimiter, start);
    if (end < 0) break;
    const part = body.subarray(start + 2, end - 2);
    const gap = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, Math.max(0, gap)).toString('utf8');
    const content = part.subarray(gap + 4);
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? '';
    if (/filename=/.test(head)) file = Buffer.from(content);
    else fields.set(name, content.toString('utf8'));
    at = end;
  }
  return { fields, file };
}
