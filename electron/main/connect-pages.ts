import { ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import { z } from 'zod';
import { CHANNELS } from '../../shared/contract/desktop.ts';
import { isTrustedSender } from './trusted-sender.ts';

const nonceSchema = z.string().regex(/^[\w-]{8,64}$/);

/**
 * Whenever the page asks, makes a channel and gives one end to the engine, the other to the very frame that asked,
 * with its nonce: a port can then neither be taken by another frame nor be mistaken for the answer to another request.
 * What does not come from our page, or is no nonce, is not answered.
 */
export function connectPages(toEngine: (port: MessagePortMain) => void): void {
  ipcMain.on(CHANNELS.connect, ({ senderFrame }, raw: unknown) => {
    const nonce = nonceSchema.safeParse(raw);
    if (!isTrustedSender(senderFrame) || !nonce.success) return;
    const { port1, port2 } = new MessageChannelMain();
    toEngine(port1);
    senderFrame?.postMessage(CHANNELS.port, nonce.data, [port2]);
  });
}
