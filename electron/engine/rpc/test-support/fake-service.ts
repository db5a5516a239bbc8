import type { EngineEvent } from '../../../../shared/contract/events.ts';
import { methods } from '../../../../shared/contract/methods.ts';
import { UnstuckError } from '../../../../shared/errors.ts';
import type { Logger } from '../../ports.ts';
import type { EngineService, Handlers } from '../handlers.ts';

export interface FakeService extends EngineService {
  publish(event: EngineEvent): void;
  readonly listeners: number;
}

/** A service with the given handlers; every other method answers `not_found`. */
export function fakeService(handlers: Partial<Handlers>): FakeService {
  const listeners = new Set<(event: EngineEvent) => void>();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets its keys
  const missing = Object.fromEntries(
    Object.keys(methods).map((name) => [
      name,
      () => {
        throw new UnstuckError('not_found', `${name} is not part of this test.`);
      },
    ]),
  ) as unknown as Handlers;
  return {
    version: '0.0.0-test',
    handlers: { ...missing, ...handlers },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    get listeners() {
      return listeners.size;
    },
  };
}

export interface RecordingLogger extends Logger {
  readonly lines: {
    readonly level: string;
    readonly event: string;
    readonly detail: Record<string, unknown>;
  }[];
}

export function recordingLogger(): RecordingLogger {
  const lines: { level: string; event: string; detail: Record<string, unknown> }[] = [];
  const at =
    (level: string) =>
    (event: string, detail: Record<string, unknown> = {}): void =>
      void lines.push({ level, event, detail });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
