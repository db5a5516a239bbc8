import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/domain/language.ts';
import { WORDS } from './words.ts';

/**
 * The window's menu: what each system expects and nothing of ours, since every action of the console is in the page.
 * @param developing whether the developer tools are offered
 */
export function menuTemplate(
  language: Language,
  platform: NodeJS.Platform,
  developing: boolean,
): MenuItemConstructorOptions[] {
  const t = WORDS[language].menu;
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const onMac = platform === 'darwin';
  const application: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: t.about },
      line,
      { role: 'services', label: t.services },
      line,
      { role: 'hide', label: t.hide },
      { role: 'hideOthers', label: t.hideOthers },
      { role: 'unhide', label: t.showAll },
      line,
      { role: 'quit', label: t.quit },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: t.file,
    submenu: [onMac ? { role: 'close', label: t.close } : { role: 'quit', label: t.quit }],
  };
  const edit: MenuItemConstructorOptions = {
    label: t.edit,
    submenu: [
      { role: 'undo', label: t.undo },
      { role: 'redo', label: t.redo },
      line,
      { role: 'cut', label: t.cut },
      { role: 'copy', label: t.copy },
      { role: 'paste', label: t.paste },
      { role: 'selectAll', label: t.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: t.view,
    submenu: [
      { role: 'reload', label: t.reload },
      ...(developing ? [{ role: 'toggleDevTools', label: t.devTools } as const] : []),
      line,
      { role: 'resetZoom', label: t.actualSize },
      { role: 'zoomIn', label: t.zoomIn },
      { role: 'zoomOut', label: t.zoomOut },
      line,
      { role: 'togglefullscreen', label: t.fullScreen },
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: t.window,
    submenu: [
      { role: 'minimize', label: t.minimize },
      ...(onMac ? [{ role: 'zoom', label: t.zoom } as const] : [{ role: 'close', label: t.close } as const]),
    ],
  };
  return [...(onMac ? [application] : []), file, edit, view, window];
}
