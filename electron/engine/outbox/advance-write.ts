import type { WriteId } from '../../../shared/domain/ids.ts';
import { WRITE_TRAITS } from '../../../shared/domain/write.ts';
import { remoteWriteOf } from '../shopify/writes/registry.ts';
import type { Look } from '../shopify/writes/remote-write.ts';
import { createWriteApi } from '../shopify/writes/write-api.ts';
import { endWithoutSending } from './end-without-sending.ts';
import { moveWrite, UNSTUCK } from './move-write.ts';
import { readBackWrite } from './read-back-write.ts';
import { ANSWERED, progressOf, type StepEnd, type StepPorts, type StoreLine } from './step.ts';
import { movesOf } from './write-moves.ts';

interface StepOptions {
  /** How often this write came to nothing in this process, for the back-off. */
  readonly tries: number;
  readonly signal: AbortSignal;
  /** Told the query points of each request. */
  readonly spent: (points: number) => void;
}

/**
 * Takes one write a step further: reads what it touches, sends it, or reads it back. Every change of state is durable
 * before the next request leaves (outbox invariants 2, 3 and 5). What is asked or changed side by side
 * with other writes' steps goes out in one request and into one transaction. Never throws for what a store does.
 */
export async function advanceWrite(
  ports: StepPorts,
  line: StoreLine,
  id: WriteId,
  { tries, signal, spent }: StepOptions,
): Promise<StepEnd> {
  const write = ports.journal.writes.get(id);
  const remote = write && remoteWriteOf(write.op);
  if (!write || !remote) return ANSWERED;
  const requests: string[] = [];
  // Every one of them: a write of several requests has several ids.
  const requestId = (): string | null => requests.join(' ') || null;
  const api = createWriteApi(line.sending, {
    parts: line.parts,
    clock: ports.clock,
    noted: (id) => void requests.push(id),
    signal,
    spent,
  });
  if (write.state === 'unknown') return readBackWrite(ports, api, write, remote, tries);

  const move = movesOf(ports, id, tries);
  let look: Look<unknown>;
  try {
    look = await remote.look(api);
  } catch (thrown) {
    if (signal.aborted) return ANSWERED;
    return move.nothingDone(thrown, write.attempts);
  }
  if (look.kind !== 'go') return endWithoutSending(ports, api, write, remote, look);

  const now = ports.clock.now();
  // Resent, one that must not be repeated is compared with what was before the first request, not before this one.
  const resentOnce = write.attempts > 0 && WRITE_TRAITS[write.op.op].repeat === 'once';
  const before = resentOnce ? (write.before ?? look.before) : look.before;
  const sending = await ports.together(() =>
    moveWrite(ports.journal, id, 'send', { now, who: UNSTUCK, patch: { before } }),
  );
  if (!sending) return ANSWERED;
  try {
    const sent = await remote.send(api, before, progressOf(ports, sending));
    return await move.outcome(sent, remote, sending, requestId());
  } catch (thrown) {
    return move.interrupted(thrown, remote, sending, requestId());
  }
}
