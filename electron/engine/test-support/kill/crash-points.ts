import Database from 'better-sqlite3';

/** Mutations around whose requests a process can be made to die, whatever document carries them. */
const MUTATIONS = [
  'tagsAdd',
  'tagsRemove',
  'orderUpdate',
  'orderMarkAsPaid',
  'orderCreate',
  'orderEditBegin',
  'orderEditCommit',
  'orderInvoiceSend',
] as const;

/** What a transaction on the journal is named by: the lines that it adds to the audit trail. */
const MOVES = [
  'run_committed',
  'run_undone',
  'write_sending',
  'write_applied',
  'write_unknown',
  'write_retry_wait',
  'write_cancelled',
] as const;

/** The points just before and just after something. */
export const around = (what: string): readonly string[] => [`before ${what}`, `after ${what}`];

/** Every named place where a process can be made to die. */
export const CRASH_POINTS: readonly string[] = [
  'opened',
  ...around('backup'),
  ...around('read'),
  ...MUTATIONS.flatMap(around),
  ...MOVES.flatMap((move) => around(`the commit of ${move}`)),
  ...around('the commit of progress'),
];

/**
 * Watches what this process does to its journal, by way of the database driver, and tells `reach` each named point just
 * before and just after: the code under test has no hooks of its own. To be called before a database is opened.
 */
export function watchJournal(reach: (point: string) => void): void {
  // Called with the connection as their `this`, below.
  // oxlint-disable-next-line typescript/unbound-method
  const { exec, prepare } = Database.prototype;
  const isJournal = ({ name }: Database): boolean => name.endsWith('journal.db');
  let last = 0;

  function newest(driver: Database): number {
    const row = prepare.call(driver, 'SELECT coalesce(max(id), 0) AS id FROM audit').get();
    return idOf(row);
  }
  function moves(driver: Database): readonly string[] {
    const lines = prepare.call(driver, 'SELECT DISTINCT what FROM audit WHERE id > ?').all(last);
    return lines.length === 0 ? ['progress'] : lines.map(whatOf);
  }

  Database.prototype.exec = function watched(this: Database, sql: string) {
    if (!isJournal(this) || !this.inTransaction) {
      const result = exec.call(this, sql);
      // Before the first migration there is no trail.
      if (sql === 'BEGIN IMMEDIATE' && isJournal(this)) last = hasTrail(this) ? newest(this) : -1;
      return result;
    }
    const done = sql === 'COMMIT' && last >= 0 ? moves(this) : [];
    for (const move of done) reach(`before the commit of ${move}`);
    const result = exec.call(this, sql);
    for (const move of done) reach(`after the commit of ${move}`);
    return result;
  };
  Database.prototype.prepare = function watched<Bind extends unknown[], Row>(this: Database, sql: string) {
    const statement = prepare.call<Database, [string], Database.Statement<Bind, Row>>(this, sql);
    if (!sql.startsWith('VACUUM INTO')) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...bind) => {
      reach('before backup');
      const result = run(...bind);
      reach('after backup');
      return result;
    };
    return statement;
  };
  function hasTrail(driver: Database): boolean {
    const sql = `SELECT 1 FROM sqlite_schema WHERE name = 'audit'`;
    return prepare.call(driver, sql).get() !== undefined;
  }
}

/** `fetch` that tells `reach` before each request leaves and when its answer is there. */
export function watchRequests(reach: (point: string) => void) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const asked = typeof init.body === 'string' ? namesIn(init.body) : [];
    for (const name of asked) reach(`before ${name}`);
    const answer = await fetch(url, init);
    for (const name of asked) reach(`after ${name}`);
    return answer;
  };
}

/** The mutations of a request's document, also of one that has several; `read` for a query. */
function namesIn(body: string): readonly string[] {
  const names = MUTATIONS.filter((name) => new RegExp(`\\b${name}\\s*\\(`).test(body));
  return names.length === 0 ? ['read'] : names;
}

const idOf = (row: unknown): number =>
  typeof row === 'object' && row !== null && 'id' in row ? Number(row.id) : 0;
const whatOf = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'what' in row ? String(row.what) : '';
