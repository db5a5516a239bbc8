import { EventEmitter } from 'node:events';

/** Electron's `ipcMain`, of which main uses `on`. */
export const ipcMain = new EventEmitter();
