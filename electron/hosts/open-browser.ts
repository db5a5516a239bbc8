import open from 'open';

/** Opens `url` in the user's browser where there is a display; elsewhere, or when that fails, the printed address does. */
export async function openBrowser(url: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const headless = process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
  if (headless || env['CI']) return;
  try {
    const child = await open(url);
    child.once('error', () => undefined);
    child.unref();
  } catch {
    // The address is on the screen; nothing is lost.
  }
}
