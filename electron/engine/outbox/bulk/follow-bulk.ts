import { z } from 'zod';
import type { WriteId } from '../../../../shared/domain/ids.ts';
import { sentence } from '../../../../shared/domain/sentence.ts';
import type { WriteReason } from '../../../../shared/domain/write-reason.ts';
import { UnstuckError } from '../../../../shared/errors.ts';
import type { BulkWriter } from '../../shopify/bulk/bulk-writer.ts';
import { jsonLines } from '../../shopify/bulk/json-lines.ts';
import type { BulkOperation } from '../../shopify/store-api.ts';
import { remoteWriteOf } from '../../shopify/writes/registry.ts';
import { createWriteApi } from '../../shopify/writes/write-api.ts';
import { moveWrite, UNSTUCK } from '../move-write.ts';
import { ANSWERED, type StepEnd, type StepPorts, type StoreLine, UNREACHABLE } from '../step.ts';
import { movesOf } from '../write-moves.ts';
import type { BulkSend } from './bulk-sends-repo.ts';
import { AT_ONCE, letGo } from './send-in-bulk.ts';

/** An operation that is not to be found this long after its start left was never begun, or nobody can tell. */
const FIND_FOR_MS = 10_000;
const SHORTEST_POLL_MS = 500;
const LONGEST_POLL_MS = 10_000;

/** One line of a result: the answer to one line of variables, under its number. */
const resultLine = z
  .object({
    __lineNumber: z.int(),
    data: z.unknown(),
    errors: z.array(z.object({ message: z.string() })).nullish(),
  })
  .transform(({ data, errors, ...rest }) => ({ number: rest['__lineNumber'], data, errors }));
type ResultLine = z.output<typeof resultLine>;

type Lost = Extract<WriteReason, { code: 'bulk_ended' }>['how'];

/**
 * Sees a bulk operation to its end, from wherever a process left it: one whose start was not recorded is found by the name
 * of its mutation; results are taken in line by line, each by its own write's rules; what has no line is read back and goes
 * by itself (outbox invariant 3). Ends early, with the journal as it is, where the store cannot be reached.
 */
export async function followBulk(
  ports: StepPorts,
  line: StoreLine,
  bulk: BulkWriter,
  send: BulkSend,
  signal: AbortSignal,
): Promise<StepEnd> {
  try {
    if (send.phase === 'uploading') {
      await letGo(ports, send.id);
      return ANSWERED;
    }
    const operation = await endOf(ports, bulk, send, signal);
    if (operation === 'aborted') return ANSWERED;
    if (operation === null) return await loseRest(ports, send, 'gone');
    if (operation.file) {
      const file = await bulk.open(operation.file.url, signal);
      if (file.kind === 'open') await takeIn(ports, line, { ...send, operation: operation.id }, file.chunks);
    }
    return await loseRest(
      ports,
      send,
      operation.status === 'completed' ? 'unanswered' : endedBy(operation.status),
    );
  } catch (thrown) {
    if (signal.aborted) return ANSWERED;
    if (!(thrown instanceof UnstuckError) || thrown.code === 'disk') throw thrown;
    const { said } = thrown;
    if (thrown.code === 'unauthorized') {
      const trouble =
        said?.code === 'not_authorised'
          ? said.trouble
          : ({ code: 'verbatim', words: thrown.message } as const);
      return { kind: 'unauthorized', trouble };
    }
    ports.logger.warn('outbox.bulk_not_followed', { error: sentence(thrown.message) });
    return UNREACHABLE;
  }
}

/** Waits for the operation to end; null: the store knows none. */
async function endOf(
  ports: StepPorts,
  bulk: BulkWriter,
  { id, mark, operation: known, startedAt, createdAt }: BulkSend,
  signal: AbortSignal,
): Promise<BulkOperation | null | 'aborted'> {
  const { journal, clock } = ports;
  let name = known;
  for (let poll = SHORTEST_POLL_MS; ; poll = Math.min(LONGEST_POLL_MS, poll * 2)) {
    const operation = name === null ? await bulk.find(mark, signal) : await bulk.state(name, signal);
    if (operation === null) {
      const over = clock.now() - (startedAt ?? createdAt) >= FIND_FOR_MS;
      if (name !== null || over) return null;
    } else {
      name ??= operation.id;
      const { objects } = operation;
      journal.change((note) => {
        journal.bulk.update(id, {
          phase: 'running',
          operation: operation.id,
          done: objects,
          startedAt: startedAt ?? operation.createdAt,
        });
        note.other();
      });
      if (operation.status !== 'running') return operation;
    }
    await clock.sleep(poll, signal);
    if (signal.aborted) return 'aborted';
  }
}

/** Lets each line of a result happen to its write. A result that was taken in before moves nothing. */
async function takeIn(
  ports: StepPorts,
  line: StoreLine,
  { id, operation }: BulkSend,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const writes = ports.journal.bulk.lines(id);
  for await (const lines of jsonLines(chunks)) {
    const results = lines.flatMap(({ text }) => read(text));
    for (let at = 0; at < results.length; at += AT_ONCE)
      await Promise.all(
        results.slice(at, at + AT_ONCE).map(async (result) => {
          const write = writes.get(result.number);
          if (write !== undefined) await settle(ports, line, write, result, operation);
        }),
      );
  }
}

/** A line that is cut off or is no answer tells nothing: its write is read back. */
function read(text: string): readonly ResultLine[] {
  try {
    const result = resultLine.safeParse(JSON.parse(text));
    return result.success ? [result.data] : [];
  } catch {
    return [];
  }
}

/** @param operation stands for the id of a request in the trail */
async function settle(
  ports: StepPorts,
  line: StoreLine,
  id: WriteId,
  result: ResultLine,
  operation: string | null,
): Promise<void> {
  const { journal, clock } = ports;
  const write = journal.writes.get(id);
  const remote = write && remoteWriteOf(write.op);
  if (!write || !remote || write.state !== 'sending') return;
  const api = createWriteApi(line.sending, { parts: line.parts, clock, noted: () => undefined });
  const sent = remote.single(api, write.before)?.read(result.data) ?? null;
  if (sent) {
    await movesOf(ports, id, 0).outcome(sent, remote, write, operation);
    return;
  }
  const words = result.errors?.[0]?.message;
  const reason: WriteReason =
    words === undefined
      ? { code: 'unknown_unexpected' }
      : { code: 'unknown_trouble', trouble: { code: 'verbatim', words } };
  await ports.together(() =>
    moveWrite(journal, id, 'lose_answer', {
      now: clock.now(),
      who: UNSTUCK,
      reason,
      patch: { nextAttemptAt: clock.now() + remote.settleMs, requestId: operation },
    }),
  );
}

function endedBy(status: Exclude<BulkOperation['status'], 'completed'>): Lost {
  return status === 'running' ? 'unanswered' : status;
}

/** Whatever still waits for an answer got none: it is read back, and the operation is over. */
async function loseRest(ports: StepPorts, { id }: BulkSend, how: Lost): Promise<StepEnd> {
  const { journal, clock, together } = ports;
  const held = [...journal.bulk.lines(id).values()].filter(
    (write) => journal.writes.stateOf(write) === 'sending',
  );
  for (let at = 0; at < held.length; at += AT_ONCE)
    await Promise.all(
      held.slice(at, at + AT_ONCE).map((write) =>
        together(() =>
          moveWrite(journal, write, 'lose_answer', {
            now: clock.now(),
            who: UNSTUCK,
            reason: { code: 'bulk_ended', how },
            patch: { nextAttemptAt: clock.now() },
          }),
        ),
      ),
    );
  journal.change((note) => {
    journal.bulk.update(id, { phase: 'over', endedAt: clock.now() });
    note.other();
  });
  return ANSWERED;
}
