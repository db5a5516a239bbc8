import { assertNever } from '../../../shared/domain/assert-never.ts';
import { type Look, NO_EFFECT, type RemoteWrite } from '../shopify/writes/remote-write.ts';
import { Interrupted, type WriteApi } from '../shopify/writes/write-api.ts';
import { moveWrite, UNSTUCK } from './move-write.ts';
import { ANSWERED, progressOf, type StepEnd, type StepPorts } from './step.ts';
import type { WriteRecord } from './write-record.ts';

/** Ends a write whose look found nothing to send: what it wants is so, a touched field moved, or it cannot be. */
export async function endWithoutSending(
  ports: StepPorts,
  api: WriteApi,
  write: WriteRecord,
  remote: RemoteWrite,
  look: Exclude<Look<unknown>, { kind: 'go' }>,
): Promise<StepEnd> {
  const { journal, clock, together } = ports;
  const { id } = write;
  const detail = { now: clock.now(), who: UNSTUCK };
  switch (look.kind) {
    case 'done': {
      const mine =
        write.attempts > 0 && write.before !== null ? await ownEffect(ports, api, write, remote) : null;
      const reason = mine ? null : ({ code: 'so_already' } as const);
      const patch = {
        effect: mine ?? NO_EFFECT,
        confirmedVersion: look.version,
        evidence: look.evidence ?? null,
      };
      await together(() => moveWrite(journal, id, 'find_done', { ...detail, reason, patch }));
      return ANSWERED;
    }
    case 'conflict': {
      const fields = look.fields.flatMap(({ said }) => said?.field ?? []);
      await together(() =>
        moveWrite(journal, id, 'find_conflict', {
          ...detail,
          reason: { code: 'changed_since', fields },
          patch: { conflict: look.fields, rebased: look.rebased },
        }),
      );
      return ANSWERED;
    }
    case 'impossible':
      await together(() => moveWrite(journal, id, 'find_impossible', { ...detail, reason: look.reason }));
      return ANSWERED;
    default:
      return assertNever(look);
  }
}

/** What an earlier request of this write changed after all, so that undo knows; null: it was somebody else. */
async function ownEffect(ports: StepPorts, api: WriteApi, write: WriteRecord, remote: RemoteWrite) {
  try {
    const proof = await remote.readBack(api, write.before, progressOf(ports, write));
    return proof.kind === 'took_effect' ? proof.effect : null;
  } catch (thrown) {
    if (thrown instanceof Interrupted) return null;
    throw thrown;
  }
}
