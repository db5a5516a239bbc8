import type { Migration } from '../../migration.ts';

/**
 * What the agent did: runs, their writes and the trail of every change of state. Times are UTC ms. The trail is
 * append-only: triggers refuse to change or to delete a line of it.
 */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  up: (db) => {
    db.exec(`
      CREATE TABLE stores (
        id TEXT PRIMARY KEY CHECK (length(id) > 0),
        added_at INTEGER NOT NULL,
        name TEXT NOT NULL,
        domain TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;

      CREATE TABLE runs (
        id TEXT PRIMARY KEY CHECK (length(id) > 0),
        -- One plan makes one run: the same plan twice is refused.
        plan TEXT NOT NULL UNIQUE,
        fix TEXT NOT NULL,
        params TEXT NOT NULL CHECK (json_valid(params)),
        excluded TEXT NOT NULL CHECK (json_valid(excluded)),
        agent TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        undo_of TEXT REFERENCES runs (id)
      ) STRICT;
      CREATE INDEX runs_by_time ON runs (created_at);
      CREATE INDEX runs_undoing ON runs (undo_of) WHERE undo_of IS NOT NULL;

      CREATE TABLE run_orders (
        run TEXT NOT NULL REFERENCES runs (id),
        store TEXT NOT NULL,
        gid TEXT NOT NULL,
        -- The order's row in the cache when it was planned; a rebuilt cache numbers anew.
        order_id INTEGER,
        name TEXT NOT NULL,
        changes TEXT NOT NULL CHECK (json_valid(changes)),
        -- What it was stuck for when it was planned; null: not known.
        was TEXT,
        PRIMARY KEY (run, store, gid)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX run_orders_by_order ON run_orders (store, gid);

      CREATE TABLE writes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        run TEXT NOT NULL REFERENCES runs (id),
        store TEXT NOT NULL,
        seq INTEGER NOT NULL,
        fix TEXT NOT NULL,
        op_name TEXT NOT NULL,
        op TEXT NOT NULL CHECK (json_valid(op)),
        -- The op as its run was committed with, once a decision over a conflict has changed it; null: it still is that one.
        op_committed TEXT CHECK (json_valid(op_committed)),
        entity TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'applied', 'retry_wait', 'unknown', 'conflict',
          'rejected', 'blocked_auth', 'cancelled')),
        -- Requests that may have had an effect; throttled and unsent ones do not count.
        attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        -- retry_wait: when it is sent again · unknown: when it is read back again, null: the agent decides.
        next_attempt_at INTEGER,
        reason TEXT,
        -- conflict: the touched fields three ways, and the op as it would be based on what is there now.
        conflict TEXT CHECK (json_valid(conflict)),
        rebased TEXT CHECK (json_valid(rebased)),
        -- The touched fields as they were just before the first request that may have had an effect.
        before TEXT CHECK (json_valid(before)),
        -- How far a write of several requests has come (the session of an order edit).
        progress TEXT CHECK (json_valid(progress)),
        evidence TEXT CHECK (json_valid(evidence)),
        effect TEXT CHECK (json_valid(effect)),
        request_id TEXT,
        -- A snapshot at or after this version shows the write: an order's updatedAt, else the time of the answer.
        confirmed_version INTEGER,
        in_overlay INTEGER NOT NULL CHECK (in_overlay IN (0, 1)),
        undone_by TEXT REFERENCES runs (id),
        sent_at INTEGER,
        applied_at INTEGER,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        UNIQUE (run, seq),
        CHECK (state <> 'sending' OR sent_at IS NOT NULL),
        CHECK (state <> 'applied' OR applied_at IS NOT NULL),
        CHECK (state <> 'conflict' OR conflict IS NOT NULL),
        CHECK (state NOT IN ('rejected', 'cancelled') OR (reason IS NOT NULL AND in_overlay = 0))
      ) STRICT;
      -- With the run in it, what a run that is held back keeps waiting is not even looked at.
      CREATE INDEX writes_by_state ON writes (state, store, run, id);
      CREATE INDEX writes_open ON writes (store, entity, id) WHERE state NOT IN ('applied', 'rejected', 'cancelled');
      -- Read whole, at start only.
      CREATE INDEX writes_overlay ON writes (in_overlay) WHERE in_overlay = 1;
      CREATE INDEX writes_by_applied ON writes (applied_at) WHERE applied_at IS NOT NULL;

      CREATE TABLE write_orders (
        write INTEGER NOT NULL REFERENCES writes (id),
        store TEXT NOT NULL,
        gid TEXT NOT NULL,
        PRIMARY KEY (write, gid)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX write_orders_by_order ON write_orders (store, gid);

      CREATE TABLE write_deps (
        write INTEGER NOT NULL REFERENCES writes (id),
        depends_on INTEGER NOT NULL REFERENCES writes (id),
        PRIMARY KEY (write, depends_on),
        CHECK (depends_on < write)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX write_deps_backwards ON write_deps (depends_on);

      CREATE TABLE order_marks (
        store TEXT NOT NULL,
        gid TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('snoozed', 'dismissed')),
        until INTEGER,
        reason TEXT,
        at INTEGER NOT NULL,
        PRIMARY KEY (store, gid)
      ) STRICT, WITHOUT ROWID;

      -- What is paused: one store, or '*' for all.
      CREATE TABLE control (
        scope TEXT PRIMARY KEY CHECK (length(scope) > 0),
        paused_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- How a run is let go. A run without a row goes at once and in its turn.
      CREATE TABLE run_control (
        run TEXT PRIMARY KEY REFERENCES runs (id),
        -- The highest go first; of those alike the one that is due first, then the one committed first.
        priority INTEGER NOT NULL DEFAULT 0,
        paused_at INTEGER,
        starts_at INTEGER,
        -- The cut-off that it is to be done before.
        due_by INTEGER,
        -- A staged run: the stage that is open, the last of its writes (seq), and from which share of failures it stops.
        stage INTEGER,
        open_seq INTEGER,
        stop_above REAL CHECK (stop_above BETWEEN 0 AND 1),
        stopped_at INTEGER,
        -- The last stage that the agent let go on in spite of its failures.
        accepted_stage INTEGER,
        CHECK ((stage IS NULL) = (open_seq IS NULL) AND (stage IS NULL) = (stop_above IS NULL)),
        CHECK (stopped_at IS NULL OR stage IS NOT NULL)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX run_control_by_start ON run_control (starts_at) WHERE starts_at IS NOT NULL;

      -- What became of each stage's orders so far, counted in the transaction that moves their writes.
      CREATE TABLE run_stages (
        run TEXT NOT NULL REFERENCES runs (id),
        stage INTEGER NOT NULL,
        last_seq INTEGER NOT NULL,
        orders INTEGER NOT NULL,
        done INTEGER NOT NULL DEFAULT 0,
        failed INTEGER NOT NULL DEFAULT 0,
        void INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (run, stage)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE staged_orders (
        run TEXT NOT NULL REFERENCES runs (id),
        store TEXT NOT NULL,
        gid TEXT NOT NULL,
        stage INTEGER NOT NULL,
        outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'done', 'failed', 'void')),
        PRIMARY KEY (run, store, gid)
      ) STRICT, WITHOUT ROWID;

      -- What became of a fixed order: watched until it is solved, stuck again, or long enough.
      CREATE TABLE order_checks (
        run TEXT NOT NULL REFERENCES runs (id),
        store TEXT NOT NULL,
        gid TEXT NOT NULL,
        -- What it was stuck for before, and what it is stuck for now.
        was TEXT,
        error_type TEXT,
        outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'solved', 'same_error', 'other_error', 'given_up')),
        -- When the last of its writes took effect.
        since INTEGER NOT NULL,
        looks INTEGER NOT NULL DEFAULT 0,
        next_look_at INTEGER,
        -- When it got stuck again after it was solved; null: it did not, or that is over.
        regressed_at INTEGER,
        PRIMARY KEY (run, store, gid)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX order_checks_by_order ON order_checks (store, gid);
      CREATE INDEX order_checks_watched ON order_checks (store, next_look_at) WHERE next_look_at IS NOT NULL;
      CREATE INDEX order_checks_regressed ON order_checks (regressed_at) WHERE regressed_at IS NOT NULL;

      -- Tries of a write that came to nothing for one kind of trouble in a row.
      CREATE TABLE write_tries (
        write INTEGER PRIMARY KEY REFERENCES writes (id),
        trouble TEXT NOT NULL,
        tries INTEGER NOT NULL CHECK (tries > 0),
        since INTEGER NOT NULL
      ) STRICT;
      -- How often and how long a kind of trouble is tried again by itself, where the agent set it; null: without end.
      CREATE TABLE retry_rules (
        trouble TEXT PRIMARY KEY CHECK (length(trouble) > 0),
        most INTEGER CHECK (most > 0),
        within_ms INTEGER CHECK (within_ms > 0)
      ) STRICT, WITHOUT ROWID;

      -- Writes of one kind that go as one bulk operation. uploading: nothing has left that has an effect · starting: its
      -- start may have arrived · running: the store has begun it · over.
      CREATE TABLE bulk_sends (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        store TEXT NOT NULL,
        op_name TEXT NOT NULL,
        -- The name of its mutation, by which an operation whose start was not recorded is found again.
        mark TEXT NOT NULL UNIQUE,
        phase TEXT NOT NULL CHECK (phase IN ('uploading', 'starting', 'running', 'over')),
        operation TEXT,
        -- Lines that the store has carried out, as it last said.
        done INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        started_at INTEGER,
        ended_at INTEGER,
        CHECK (phase <> 'running' OR operation IS NOT NULL)
      ) STRICT;
      CREATE INDEX bulk_sends_open ON bulk_sends (store) WHERE phase <> 'over';
      CREATE TABLE bulk_send_lines (
        send INTEGER NOT NULL REFERENCES bulk_sends (id),
        line INTEGER NOT NULL,
        write INTEGER NOT NULL REFERENCES writes (id),
        PRIMARY KEY (send, line)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX bulk_send_lines_by_write ON bulk_send_lines (write);

      -- A chain: each line carries the hash of itself and the line before (outbox/audit-chain.ts). Lines are numbered
      -- without gaps.
      CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        who TEXT NOT NULL,
        what TEXT NOT NULL,
        run TEXT,
        write INTEGER,
        store TEXT,
        detail TEXT,
        reason TEXT CHECK (json_valid(reason)),
        -- The touched values, where the line tells of a change.
        before TEXT CHECK (json_valid(before)),
        after TEXT CHECK (json_valid(after)),
        -- The API's ids of the requests that had an effect, or may have had one.
        request_id TEXT,
        -- Of a committed run: a hash over its writes, so that one line vouches for all of them.
        digest TEXT,
        hash TEXT NOT NULL CHECK (length(hash) = 64)
      ) STRICT;
      CREATE INDEX audit_by_write ON audit (write) WHERE write IS NOT NULL;
      CREATE INDEX audit_by_run ON audit (run) WHERE run IS NOT NULL;
      CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
      CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
        BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
      CREATE TRIGGER runs_are_never_deleted BEFORE DELETE ON runs
        BEGIN SELECT raise(ABORT, 'a committed run is never deleted'); END;
      CREATE TRIGGER writes_are_never_deleted BEFORE DELETE ON writes
        BEGIN SELECT raise(ABORT, 'a committed write is never deleted'); END;
    `);
  },
};
