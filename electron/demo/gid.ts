/** Shopify global ids (`gid://shopify/Order/5800000000037`): the type and the number in them. */
export interface ParsedGid {
  readonly type: string;
  readonly number: number;
}

/** Writes a global id. */
export function toGid(type: string, number: number): string {
  return `gid://shopify/${type}/${number}`;
}

/** Reads a global id; null when the text is none. */
export function parseGid(text: string): ParsedGid | null {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)(?:\?.*)?$/.exec(text);
  const type = match?.[1];
  const digits = match?.[2];
  return type === undefined || digits === undefined ? null : { type, number: Number(digits) };
}

/** The number of a global id of the expected type; null when it is of another type or none at all. */
export function numberOfGid(text: string, type: string): number | null {
  const parsed = parseGid(text);
  return parsed !== null && parsed.type === type ? parsed.number : null;
}
