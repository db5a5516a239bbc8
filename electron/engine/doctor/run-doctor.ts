import { accessSync, constants, readdirSync } from 'node:fs';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { agreement } from '../board/agreement.ts';
import type { EngineOptions } from '../engine-options.ts';
import type { ReadableDb } from '../db/open.ts';
import type { Databases } from '../open-databases.ts';
import { JOURNAL_SALVAGED } from '../outbox/audit-repo.ts';
import { type AuditVerdict, verifyAudit } from '../outbox/verify-audit.ts';
import type { Ports } from '../ports.ts';
import type { Store } from '../stores/store.ts';
import { VERSION } from '../version.ts';

interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface DoctorDeps {
  readonly ports: Ports;
  readonly options: EngineOptions;
  readonly databases: Databases;
  readonly stores: readonly Store[];
}

/** Whether this workspace is sound (contract.md, doctor): integrity, versions, host, keychain, paths, stores. */
export function runDoctor({ ports, options, databases, stores }: DoctorDeps): {
  ok: boolean;
  checks: Check[];
} {
  const { secrets, paths } = ports;
  const checks = [
    integrity('journal', databases.journal),
    ...salvaged(paths.home, databases.journal),
    auditTrail(databases.journal),
    integrity('cache', databases.reads),
    { check: 'versions', ok: true, detail: versions(databases.reads) },
    {
      check: 'host',
      ok: true,
      detail: `${options.host} on ${process.platform} ${process.arch}, process ${process.pid}`,
    },
    { check: 'keychain', ok: true, detail: secrets.backend },
    writable(paths.home),
    ...stores.map((store) => ({
      check: `store ${store.id}`,
      ok: store.state === 'ok' || store.state === 'readonly',
      detail:
        store.stateReason ??
        (store.state === 'readonly' ? `${store.domain}; read-only, from files` : null) ??
        (store.missingScopes.length === 0
          ? store.domain
          : `${store.domain}; not granted: ${store.missingScopes.map(({ scope }) => scope).join(', ')}`),
    })),
    ...agreements(databases.reads),
  ];
  return { ok: checks.every(({ ok }) => ok), checks };
}

/** How often our rules foresee what the platform says, per store: no fault either way, but whether to trust predictions. */
function agreements(db: ReadableDb): Check[] {
  const byStore = Map.groupBy(agreement(db, undefined), ({ storeId }) => storeId);
  return [...byStore].map(([store, rows]) => {
    const all = rows.reduce((sum, { orders }) => sum + orders, 0);
    const agreed = rows.reduce((sum, row) => sum + (row.said === row.foreseen ? row.orders : 0), 0);
    const types = [...Map.groupBy(rows, ({ said }) => said)].map(([said, of]) => {
      const [orders, same] = [of, of.filter(({ foreseen }) => foreseen === said)].map((some) =>
        some.reduce((sum, row) => sum + row.orders, 0),
      );
      return `${said} ${same} of ${orders}`;
    });
    return {
      check: `agreement ${store}`,
      ok: true,
      detail: `our rules foresee ${agreed} of ${all} errors that the platform reports: ${types.join(', ')}`,
    };
  });
}

function integrity(name: string, db: ReadableDb): Check {
  const problems = db
    .prepare<[], string>('SELECT integrity_check FROM pragma_integrity_check')
    .pluck()
    .all()
    .filter((line) => line !== 'ok');
  const version = db.prepare<[], number>('SELECT user_version FROM pragma_user_version').pluck().get() ?? 0;
  return {
    check: `${name} database`,
    ok: problems.length === 0,
    detail: problems.length === 0 ? `sound, schema ${version}, ${db.name}` : problems.join('; '),
  };
}

/** Whether the history is as it was written; its last hash, kept elsewhere, proves it against a history written anew. */
function auditTrail(journal: ReadableDb): Check {
  const { lines, lost, head, firstBroken } = verifyAudit(journal);
  const check = 'audit trail';
  if (firstBroken === null) {
    const told = lost === 0 ? '' : `; ${lost} more were lost with a damaged journal`;
    const detail =
      lines === 0 ? 'no line yet' : `${lines} lines, each follows from the one before${told}; hash ${head}`;
    return { check, ok: true, detail };
  }
  return {
    check,
    ok: false,
    detail: `${brokenWords(firstBroken)}: somebody changed journal.db beside the application; compare it with a backup or an exported history.`,
  };
}

function brokenWords(broken: NonNullable<AuditVerdict['firstBroken']>): string {
  switch (broken.why) {
    case 'edited':
      return `line ${broken.id} is not as it was written`;
    case 'missing':
      return `${broken.lines} lines before line ${broken.id} are missing`;
    case 'writes':
      return `the writes of run ${broken.run} are not those that line ${broken.id} tells of`;
    default:
      return assertNever(broken);
  }
}

/** A journal that was damaged is a problem until its agent has put the damaged file away. */
function salvaged(home: string, journal: ReadableDb): Check[] {
  const aside = readdirSync(home).find((name) => name.startsWith('journal.db.damaged-'));
  if (aside === undefined) return [];
  const told = journal
    .prepare<[string], string | null>('SELECT detail FROM audit WHERE what = ? ORDER BY id DESC LIMIT 1')
    .pluck()
    .get(JOURNAL_SALVAGED);
  const detail =
    told ?? `journal.db was damaged once; compare the history with your stores, then delete ${aside}.`;
  return [{ check: 'journal salvage', ok: false, detail }];
}

function versions(db: ReadableDb): string {
  const sqlite = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '?';
  return `Unstuck ${VERSION}, Node ${process.versions.node}, SQLite ${sqlite}`;
}

function writable(home: string): Check {
  try {
    accessSync(home, constants.W_OK);
    return { check: 'data directory', ok: true, detail: home };
  } catch {
    return { check: 'data directory', ok: false, detail: `${home} cannot be written; check its permissions` };
  }
}
