/** Options that only the web host has. */
const WEB_OPTIONS = ['--port', '--no-open', '--open'];

const DAY = 24 * 60 * 60 * 1000;

/**
 * Where the console opens: `electron` when its binary is there, `fetch` when fetching it is worth a try, else `web` with
 * the reason as the rest of a sentence.
 */
export function chooseHost({ args, platform, env, root, binary, failedAt, now }) {
  if (args.includes('--web')) return web('of --web');
  const option = WEB_OPTIONS.find((name) => args.some((arg) => arg === name || arg.startsWith(`${name}=`)));
  if (option !== undefined) return web(`${option} is an option of the browser's host`);
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return web('there is no display for a window');
  if (platform === 'linux' && root) return web('Electron’s sandbox does not run as root');
  if (binary !== null) return { host: 'electron' };
  if (args.includes('--electron')) return { host: 'fetch' };
  if (failedAt !== null && now - failedAt < DAY && now >= failedAt)
    return web('Electron could not be fetched when it was last tried; --electron tries again');
  return { host: 'fetch' };
}

const web = (why) => ({ host: 'web', why });
