import { utilityProcess, type MessagePortMain } from 'electron';
import type { EngineChild } from './engine-supervisor.ts';

/** The name under which the system's task list shows the engine's process. */
const SERVICE_NAME = 'Unstuck engine';

/** Starts `entry` (the built hosts/utility.ts) as a process of its own; what it prints appears where main's output does. */
export function forkEngine(entry: string): EngineChild<MessagePortMain> {
  const child = utilityProcess.fork(entry, [], { serviceName: SERVICE_NAME, stdio: 'inherit' });
  return {
    post: (message, ports) => child.postMessage(message, [...ports]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}
