/**
 * Sent with every answer that serves the page, in the browser and in the desktop shell. The page runs only its own
 * files, talks only to `connectTo` and its own origin, is framed by nobody, and tells other sites nothing:
 * `'unsafe-inline'` and `'unsafe-eval'` have no place here (architecture.md, Standing rules).
 * @param connectTo origins beyond its own that the page may talk to
 */
export function securityHeaders(connectTo: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      ["connect-src 'self'", ...connectTo].join(' '),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=()',
  };
}
