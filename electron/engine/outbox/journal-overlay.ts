import type { Millis } from '../../../shared/domain/order.ts';
import type { Journal, MovedWrite } from './journal.ts';
import type { Overlay } from './overlay.ts';
import {
  createOverlayIndex,
  type MovedMark,
  type OverlayChange,
  type OverlayWrite,
} from './overlay-index.ts';
import type { WriteRecord } from './write-record.ts';

/** Longer than any grace period (a day at most): older writes give no order more time. */
const GRACE_HORIZON_MS = 48 * 60 * 60 * 1000;

/** The overlay, and how the outbox keeps it level with the journal. */
export interface JournalOverlay extends Overlay {
  /** After a transaction: what the writes that it moved look like now. @returns what that changes, for another thread */
  refresh(moved: readonly MovedWrite[]): OverlayChange;
  /** All there is, for an index in another thread to begin with. */
  whole(): OverlayChange;
}

/** An index over the journal, built once and kept up after each transaction. */
export function createJournalOverlay(journal: Journal, now: Millis): JournalOverlay {
  const index = createOverlayIndex();
  const since = now - GRACE_HORIZON_MS;

  // One by one: as rows, a hundred thousand writes that wait would take three times what is kept of them.
  function* each(): Generator<OverlayWrite> {
    for (const write of journal.writes.shownSince(since))
      yield overlayWrite({ write, orders: journal.writes.orders(write.id) });
  }
  const whole = (): OverlayChange => ({ writes: [...each()], marks: journal.marks.all() });
  for (const write of each()) index.apply({ writes: [write], marks: [] });
  index.apply({ writes: [], marks: journal.marks.all() });

  const markOf = ({ store, op }: WriteRecord): readonly MovedMark[] =>
    op.op === 'order_snooze' || op.op === 'order_dismiss' || op.op === 'order_restore'
      ? [{ store, gid: op.order, mark: journal.marks.get(store, op.order)?.mark ?? null }]
      : [];

  return {
    ...index,
    whole,
    settle: (store, seen) => {
      const settled = index.shownBy(store, seen);
      if (settled.length === 0) return;
      journal.change((note) => {
        for (const id of settled) {
          journal.writes.leaveOverlay(id);
          note.write(id);
        }
      });
    },
    refresh: (moved) => {
      const change = {
        writes: moved.map(overlayWrite),
        marks: moved.flatMap(({ write }) => markOf(write)),
      };
      index.apply(change);
      return change;
    },
  };
}

function overlayWrite({ write, orders }: MovedWrite): OverlayWrite {
  const { id, store, entity, op, state, inOverlay, appliedAt, confirmedVersion } = write;
  return { id, store, entity, op, state, inOverlay, appliedAt, confirmedVersion, orders };
}
