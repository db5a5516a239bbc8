import { EventEmitter } from 'node:events';

/** Electron's `MessagePortMain` within one process: queues until started, tells its peer when it is closed. */
export class StandInPort extends EventEmitter {
  peer: StandInPort | null = null;
  #started = false;
  #queue: unknown[] = [];

  postMessage(data: unknown): void {
    this.peer?.receive(structuredClone(data));
  }

  start(): void {
    this.#started = true;
    for (const data of this.#queue.splice(0)) this.#deliver(data);
  }

  close(): void {
    const { peer } = this;
    this.peer = null;
    if (peer === null) return;
    peer.peer = null;
    setImmediate(() => peer.emit('close'));
  }

  receive(data: unknown): void {
    if (this.#started) this.#deliver(data);
    else this.#queue.push(data);
  }

  #deliver(data: unknown): void {
    setImmediate(() => this.emit('message', { data, ports: [] }));
  }
}

export class StandInChannel {
  readonly port1 = new StandInPort();
  readonly port2 = new StandInPort();

  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}

/** What of a transferred port crosses to another process or page. */
export type PortTraffic =
  | { readonly type: 'port'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly port: number };

/** Ports that were transferred over one wire, by number: what one end says is said by the other end's port. */
export class PortPump {
  readonly #ports = new Map<number, StandInPort>();
  readonly #send: (traffic: PortTraffic) => void;

  constructor(send: (traffic: PortTraffic) => void) {
    this.#send = send;
  }

  add(id: number, port: StandInPort): void {
    this.#ports.set(id, port);
    port.on('message', ({ data }: { data: unknown }) => this.#send({ type: 'port', port: id, data }));
    port.on('close', () => {
      if (this.#ports.delete(id)) this.#send({ type: 'port-closed', port: id });
    });
    port.start();
  }

  take(traffic: PortTraffic): void {
    const port = this.#ports.get(traffic.port);
    if (traffic.type === 'port') port?.postMessage(traffic.data);
    else if (this.#ports.delete(traffic.port)) port?.close();
  }

  /** The wire is gone, and with it every port that went over it. */
  closeAll(): void {
    for (const port of this.#ports.values()) port.close();
    this.#ports.clear();
  }
}

let lastPort = 0;
export const nextPortId = (): number => (lastPort += 1);
