import { _electron } from 'playwright';
import { electronBinary } from '../../../scripts/electron-binary.mjs';
import { ENGINE_SERVICE, type OpenConsole } from './open-console.ts';
import { openStandInConsole } from './stand-in-console.ts';

/** Electron's own executable where there is one and a display to show its window on, else null. */
export function realElectron(): string | null {
  const shows = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  return shows ? electronBinary() : null;
}

/** The desktop shell: under Electron where it is there, else under the stand-in. */
export async function openElectronConsole(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<OpenConsole> {
  const executablePath = realElectron();
  if (executablePath === null) return openStandInConsole(args, env);
  const app = await _electron.launch({
    executablePath,
    // Chromium's sandbox does not run as the superuser, which is who tests in containers.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.', ...args],
    env: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  });
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedOutside: opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return {
    page: await app.firstWindow(),
    openedOutside: () =>
      app.evaluate(() => {
        const opened: unknown = Reflect.get(globalThis, 'openedOutside');
        return Array.isArray(opened) ? opened.map(String) : [];
      }),
    enginePid: () =>
      app.evaluate(
        ({ app: electron }, service) =>
          electron
            .getAppMetrics()
            .find(({ serviceName, name }) => name === service || serviceName === service)?.pid ?? 0,
        ENGINE_SERVICE,
      ),
    close: () => app.close(),
  };
}
