import type { EnginePort } from '../../../shared/contract/port.ts';
import { methods, PROTOCOL_VERSION, type MethodName } from '../../../shared/contract/methods.ts';
import { clientMessageSchema, type ClientMessage } from '../../../shared/contract/wire.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { failed, toWireError, describeIssues } from '../../../shared/failed.ts';
import type { Logger } from '../ports.ts';
import type { CallContext, EngineService } from './handlers.ts';

/**
 * Answers one connection, whatever its transport, until it closes.
 *
 * The first message must be a `hello` of this protocol version; another version is told so and closed. Each call gets
 * exactly one reply: `result`, or `error` (`bad_input` for an input that does not parse, `cancelled` once cancelled
 * whatever the handler then does, `internal` for a bug, which is logged). A message that does not parse is answered
 * with its id where it has one and costs the connection nothing else. When the connection closes, all its calls abort.
 */
export function serveConnection(service: EngineService, port: EnginePort, logger: Logger): void {
  const running = new Map<number, AbortController>();
  let unsubscribe: (() => void) | null = null;
  let closed = false;

  const fail = (id: number | null, thrown: unknown): void => {
    if (closed) return;
    if (!(thrown instanceof UnstuckError)) {
      logger.error('rpc.bug', { id, stack: thrown instanceof Error ? thrown.stack : String(thrown) });
    }
    port.send({ type: 'error', id, error: toWireError(thrown) });
  };

  const refuse = (sentence: string): void => {
    fail(null, new UnstuckError('protocol', sentence));
    port.close();
  };

  const answer = async (id: number, method: string, input: unknown): Promise<void> => {
    const call = new AbortController();
    running.set(id, call);
    try {
      if (!isMethod(method))
        throw new UnstuckError('bad_input', `There is no method “${method}”; update the page or the engine.`);
      const output = await run(service, method, input, call.signal);
      if (call.signal.aborted) throw cancelled(method);
      if (!closed) port.send({ type: 'result', id, output });
    } catch (thrown) {
      fail(id, call.signal.aborted ? cancelled(method) : thrown);
    } finally {
      running.delete(id);
    }
  };

  const receive = (message: ClientMessage): void => {
    switch (message.type) {
      case 'hello':
        if (unsubscribe) return refuse('A second hello on one connection; open another one.');
        if (message.protocol !== PROTOCOL_VERSION) {
          fail(
            null,
            failed('protocol', { code: 'other_version', page: message.protocol, engine: PROTOCOL_VERSION }),
          );
          return port.close();
        }
        unsubscribe = service.subscribe((event) => {
          if (!closed) port.send({ type: 'event', event });
        });
        return port.send({ type: 'welcome', protocol: PROTOCOL_VERSION, version: service.version });
      case 'call':
        if (!unsubscribe) return refuse('The first message must be a hello.');
        if (running.has(message.id)) {
          return fail(
            null,
            new UnstuckError('bad_input', `Call ${message.id} is still running; give each call its own id.`),
          );
        }
        void answer(message.id, message.method, message.input);
        return;
      case 'cancel':
        running.get(message.id)?.abort();
    }
  };

  port.onMessage((raw) => {
    if (closed) return;
    const parsed = clientMessageSchema.safeParse(raw);
    if (parsed.success) receive(parsed.data);
    else fail(idIn(raw), describeIssues(parsed.error, 'Message'));
  });
  port.onClose(() => {
    closed = true;
    unsubscribe?.();
    for (const call of running.values()) call.abort();
  });
}

const cancelled = (method: string) => failed('cancelled', { code: 'cancelled', method });

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

async function run(
  service: EngineService,
  method: MethodName,
  raw: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const input = methods[method].input.safeParse(raw);
  if (!input.success) throw describeIssues(input.error, `Input of ${method}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the line above parsed it with this method's schema
  const handler = service.handlers[method] as (input: unknown, context: CallContext) => unknown;
  const checked = methods[method].output.safeParse(await handler(input.data, { signal }));
  if (!checked.success) throw new Error(describeIssues(checked.error, `Output of ${method}`).message);
  return checked.data;
}

/** The call that a malformed message was meant to be, so that its caller does not wait for ever. */
function idIn(raw: unknown): number | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return Number.isSafeInteger(raw.id) ? Number(raw.id) : null;
}
