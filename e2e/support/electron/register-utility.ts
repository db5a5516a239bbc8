/** Preloaded with `--import` into a utility process: gives it Electron's `process.parentPort` over Node's own channel. */
import { EventEmitter } from 'node:events';
import { PortPump, StandInChannel, type PortTraffic } from './message-ports.ts';

type FromMain =
  | { readonly type: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | PortTraffic;

const toMain = (message: unknown): void => {
  if (process.connected) process.send?.(message);
};
const pump = new PortPump(toMain);

class ParentPort extends EventEmitter {
  postMessage(data: unknown): void {
    toMain({ type: 'message', data });
  }
}
const parentPort = new ParentPort();

process.on('message', (message: FromMain) => {
  if (message.type !== 'message') return pump.take(message);
  const ports = message.ports.map((id) => {
    const { port1, port2 } = new StandInChannel();
    pump.add(id, port1);
    return port2;
  });
  parentPort.emit('message', { data: message.data, ports });
});
process.on('disconnect', () => process.exit(1));
Object.defineProperty(process, 'parentPort', { value: parentPort });
