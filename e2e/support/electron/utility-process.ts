import { fork as forkNode, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { tellTest } from './test-channel.ts';
import { nextPortId, PortPump, type PortTraffic, type StandInPort } from './message-ports.ts';

type FromChild = { readonly type: 'message'; readonly data: unknown } | PortTraffic;

const children = new Set<StandInUtilityProcess>();

/** Electron's `utilityProcess` as a child process of Node. */
class StandInUtilityProcess extends EventEmitter {
  readonly serviceName: string;
  readonly #child: ChildProcess;
  readonly #pump: PortPump;

  constructor(entry: string, args: readonly string[], options: { readonly serviceName?: string }) {
    super();
    this.serviceName = options.serviceName ?? 'Node Utility Process';
    this.#child = forkNode(entry, args, {
      execArgv: ['--import', fileURLToPath(new URL('./register-utility.ts', import.meta.url))],
      serialization: 'advanced',
      stdio: 'inherit',
    });
    this.#pump = new PortPump((traffic) => this.#send(traffic));
    this.#child.on('message', (message: FromChild) => {
      if (message.type === 'message') this.emit('message', message.data);
      else this.#pump.take(message);
    });
    this.#child.once('spawn', () => this.emit('spawn'));
    this.#child.once('exit', (code) => {
      children.delete(this);
      this.#pump.closeAll();
      this.emit('exit', code ?? 1);
    });
    children.add(this);
    tellTest({ type: 'process', service: this.serviceName, pid: this.#child.pid ?? 0 });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  postMessage(data: unknown, transfer: readonly StandInPort[] = []): void {
    const ports = transfer.map((port) => ({ id: nextPortId(), port }));
    this.#send({ type: 'message', data, ports: ports.map(({ id }) => id) });
    for (const { id, port } of ports) this.#pump.add(id, port);
  }

  kill(): boolean {
    return this.#child.kill();
  }

  #send(message: unknown): void {
    if (this.#child.connected) this.#child.send(Object(message));
  }
}

export const utilityProcess = {
  fork: (entry: string, args: readonly string[] = [], options: { readonly serviceName?: string } = {}) =>
    new StandInUtilityProcess(entry, args, options),
};

export const utilityMetrics = () =>
  [...children].map(({ pid, serviceName }) => ({ type: 'Utility', pid: pid ?? 0, serviceName }));
process.on('exit', () => {
  for (const child of children) child.kill();
});
