import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { StoreId, WriteId } from '../../../../shared/domain/ids.ts';
import { UnstuckError } from '../../../../shared/errors.ts';
import { type BulkWriter, marked } from '../../shopify/bulk/bulk-writer.ts';
import { remoteWriteOf } from '../../shopify/writes/registry.ts';
import type { SingleRequest } from '../../shopify/writes/remote-write.ts';
import { createWriteApi, Interrupted } from '../../shopify/writes/write-api.ts';
import { endWithoutSending } from '../end-without-sending.ts';
import { moveWrite, UNSTUCK } from '../move-write.ts';
import { ANSWERED, type StepEnd, type StepPorts, type StoreLine, UNREACHABLE } from '../step.ts';
import type { WriteRecord } from '../write-record.ts';
import type { BulkSend } from './bulk-sends-repo.ts';
import { FEWEST_LINES } from './is-worth-bulk.ts';

/** Writes moved in one transaction: more would keep the thread that answers the console waiting. */
export const AT_ONCE = 200;

/** A write that was looked at, and the one mutation that it is. */
interface Looked {
  readonly id: WriteId;
  readonly before: unknown;
  readonly request: SingleRequest;
}

/**
 * Begins a bulk operation with writes of one kind that repeats safely: looks at what each touches (outbox invariant 5),
 * makes all of them `sending` (invariant 2), uploads their variables and has the store begin. They are looked at by aliased
 * reads, a point each: a bulk query would read the whole store, and be older by the time that it is done.
 * @returns what it says about the store; whether an operation was begun is in the journal
 */
export async function sendInBulk(
  ports: StepPorts,
  line: StoreLine,
  bulk: BulkWriter,
  store: StoreId,
  writes: readonly WriteRecord[],
  signal: AbortSignal,
): Promise<StepEnd> {
  const looked: Looked[] = [];
  for (let at = 0; at < writes.length; at += AT_ONCE) {
    const part = writes.slice(at, at + AT_ONCE);
    const wait = line.client.budget.waitOfWrites(part.length);
    if (wait > 0) await ports.clock.sleep(wait, signal);
    if (signal.aborted) return ANSWERED;
    const ends = await Promise.all(part.map((write) => lookAt(ports, line, write, signal)));
    const trouble = ends.find((end) => 'kind' in end && end.kind !== 'answered');
    if (trouble && 'kind' in trouble) return trouble;
    for (const end of ends) if ('request' in end) looked.push(end);
  }
  const [first] = looked;
  // So few are left to do that they go one by one.
  if (!first || looked.length < FEWEST_LINES / 2) return ANSWERED;
  const text = first.request.document.text;
  const send = await hold(
    ports,
    store,
    writes[0],
    looked.filter(({ request }) => request.document.text === text),
  );
  return send ? begin(ports, bulk, send, text, signal) : ANSWERED;
}

async function lookAt(
  ports: StepPorts,
  line: StoreLine,
  write: WriteRecord,
  signal: AbortSignal,
): Promise<Looked | StepEnd> {
  const remote = remoteWriteOf(write.op);
  if (!remote) return ANSWERED;
  const api = createWriteApi(line.sending, {
    parts: line.parts,
    clock: ports.clock,
    noted: () => undefined,
    signal,
  });
  try {
    const look = await remote.look(api);
    if (look.kind !== 'go') return await endWithoutSending(ports, api, write, remote, look);
    const request = remote.single(api, look.before);
    return request ? { id: write.id, before: look.before, request } : ANSWERED;
  } catch (thrown) {
    if (signal.aborted) return ANSWERED;
    if (!(thrown instanceof Interrupted)) throw thrown;
    const { why } = thrown;
    switch (why.kind) {
      case 'throttled':
        return why;
      case 'unauthorized':
        return { kind: 'unauthorized', trouble: why.trouble };
      case 'not_sent':
      case 'unclear':
        return UNREACHABLE;
      // A trouble of this one write alone is met again, and dealt with, when it goes by itself.
      case 'denied':
      case 'turned_away':
        return ANSWERED;
      default:
        return assertNever(why);
    }
  }
}

/** Makes the writes `sending`, each with its line, some at a time: nothing leaves before all are. */
async function hold(
  ports: StepPorts,
  store: StoreId,
  one: WriteRecord | undefined,
  looked: readonly Looked[],
): Promise<{ readonly id: number; readonly mark: string; readonly lines: string } | null> {
  const { journal, clock } = ports;
  if (!one) return null;
  const mark = `Unstuck_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const id = journal.change(() => journal.bulk.insert({ store, op: one.op.op, mark, now: clock.now() }));
  const lines: string[] = [];
  for (let at = 0; at < looked.length; at += AT_ONCE) {
    const part = looked.slice(at, at + AT_ONCE);
    const held = journal.change(() => {
      const now = clock.now();
      const taken: string[] = [];
      for (const { id: write, before, request } of part) {
        if (!moveWrite(journal, write, 'send', { now, who: UNSTUCK, patch: { before } })) continue;
        journal.bulk.addLine(id, lines.length + taken.length, write);
        taken.push(JSON.stringify(request.variables));
      }
      return taken;
    });
    lines.push(...held);
    await setImmediate();
  }
  return { id, mark, lines: lines.join('\n') };
}

async function begin(
  ports: StepPorts,
  bulk: BulkWriter,
  { id, mark, lines }: { readonly id: number; readonly mark: string; readonly lines: string },
  text: string,
  signal: AbortSignal,
): Promise<StepEnd> {
  const { journal, clock, logger } = ports;
  let path: string;
  try {
    path = await bulk.upload(mark, lines, signal);
  } catch (thrown) {
    await letGo(ports, id);
    if (signal.aborted) return ANSWERED;
    logger.warn('outbox.bulk_not_uploaded', { error: String(thrown) });
    return thrown instanceof UnstuckError && thrown.code === 'offline' ? UNREACHABLE : ANSWERED;
  }
  if (signal.aborted) {
    await letGo(ports, id);
    return ANSWERED;
  }
  journal.change(() => journal.bulk.update(id, { phase: 'starting', startedAt: clock.now() }));
  const start = await bulk.start(marked(text, mark), path);
  switch (start.kind) {
    case 'started': {
      const { operation } = start;
      journal.change((note) => {
        journal.bulk.update(id, { phase: 'running', operation: operation.id, startedAt: clock.now() });
        note.other();
      });
      return ANSWERED;
    }
    // Looked for by its mark: it is followed like one that is known.
    case 'lost':
      return UNREACHABLE;
    case 'refused':
      logger.warn('outbox.bulk_refused', { words: start.words });
      await letGo(ports, id);
      return ANSWERED;
    case 'not_sent':
      await letGo(ports, id);
      return UNREACHABLE;
    case 'throttled':
      await letGo(ports, id);
      return { kind: 'throttled', waitMs: start.waitMs };
    case 'unauthorized':
      await letGo(ports, id);
      return { kind: 'unauthorized', trouble: start.trouble };
    default:
      return start satisfies never;
  }
}

/** Nothing of the operation took effect: its writes go by themselves. */
export async function letGo(ports: StepPorts, id: BulkSend['id']): Promise<void> {
  const { journal, clock } = ports;
  const held = [...journal.bulk.lines(id).values()];
  for (let at = 0; at < held.length; at += AT_ONCE) {
    journal.change(() => {
      for (const write of held.slice(at, at + AT_ONCE)) {
        const now = clock.now();
        const record = journal.writes.get(write);
        if (record?.state !== 'sending') continue;
        const attempts = record.attempts - 1;
        moveWrite(journal, write, 'postpone', { now, who: UNSTUCK, patch: { attempts, nextAttemptAt: now } });
      }
    });
    await setImmediate();
  }
  journal.change(() => journal.bulk.update(id, { phase: 'over', endedAt: clock.now() }));
}
