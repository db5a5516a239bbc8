/**
 * The only hosts the app ever hands to the system's browser: Shopify's admin, the fulfilment platform and its help
 * centre in both languages, Global-e's merchant portal.
 */
export const OPENABLE_HOSTS = [
  'admin.shopify.com',
  'app.bigblue.co',
  'help.bigblue.co',
  'fr.help.bigblue.co',
  'web.global-e.com',
] as const;

const HOSTS: ReadonlySet<string> = new Set(OPENABLE_HOSTS);

/**
 * The address to open when `text` is an https one on an allowed host, else null. Ports, user names and look-alike hosts
 * are refused. Open what this returns, not `text`: only the parsed form was checked.
 */
export function openableUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || !HOSTS.has(url.host)) return null;
  return url.username === '' && url.password === '' ? url.href : null;
}
