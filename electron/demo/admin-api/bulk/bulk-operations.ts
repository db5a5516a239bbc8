import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { execute, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { diceFor } from '../../random.ts';
import type { BulkFault } from '../../faults.ts';
import { asNode, type ApiContext } from '../context.ts';
import { planBulkQuery, type BulkPlan, type Readers } from './flatten.ts';

/** One bulk operation as the API shows it; counts are of lines written so far. */
export interface BulkOperation {
  readonly number: number;
  readonly type: 'QUERY' | 'MUTATION';
  readonly query: string;
  readonly createdAt: number;
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELING' | 'CANCELED' | 'EXPIRED';
  errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null;
  completedAt: number | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number;
  readonly file: string;
}

/** The bulk operations of one store. */
export interface BulkOperations {
  runQuery(
    query: string,
    document: DocumentNode,
    groupObjects: boolean,
    context: ApiContext,
  ): BulkOperation | 'LIMIT_REACHED';
  runMutation(
    query: string,
    document: DocumentNode,
    lines: string,
    context: ApiContext,
  ): BulkOperation | 'LIMIT_REACHED';
  find(number: number): BulkOperation | null;
  latest(type: BulkOperation['type']): BulkOperation | null;
  /** Newest first; the query may name `status:` and `operation_type:`. */
  list(query: string): BulkOperation[];
  cancel(operation: BulkOperation): void;
  /** Lets the next query go wrong. */
  arm(fault: BulkFault): void;
  /** Ends whatever runs, and waits for it. */
  close(): Promise<void>;
}

/** Five of each kind may run at once per app and shop (as of API version 2026-01). */
const AT_ONCE = 5;
const ROOTS_PER_CHUNK = 64;
const FIRST_NUMBER = 4_600_000_000_000;

/** How an operation ends that nobody cancels. */
type Ending = NonNullable<BulkFault['ends']> | 'COMPLETED';

/** One line of an uploaded file: the variables of one execution. */
const variablesLine = z.record(z.string(), z.unknown());

/** What the runner needs from outside. */
export interface BulkPorts {
  readonly schema: () => GraphQLSchema;
  readonly readers: () => Readers;
  readonly directory: () => string;
  /** How long an operation stays CREATED before it begins, in ms. */
  readonly delayMs: number;
}

/** No operations yet. */
export function createBulkOperations(ports: BulkPorts): BulkOperations {
  const operations: BulkOperation[] = [];
  const running = new Set<Promise<void>>();
  const ending = new AbortController();
  let armed: BulkFault = {};
  const disarm = (): BulkFault => {
    const fault = armed;
    armed = {};
    return fault;
  };

  const start = (
    type: BulkOperation['type'],
    query: string,
    context: ApiContext,
    work: (operation: BulkOperation, out: WriteStream, context: ApiContext) => Promise<Ending>,
  ): BulkOperation | 'LIMIT_REACHED' => {
    if (operations.filter((each) => each.type === type && isActive(each)).length >= AT_ONCE)
      return 'LIMIT_REACHED';
    const number = FIRST_NUMBER + context.shop.storeNumber * 1_000_000 + operations.length;
    const operation: BulkOperation = asNode('BulkOperation', {
      number,
      type,
      query,
      createdAt: context.shop.clock.wall(),
      status: 'CREATED',
      errorCode: null,
      completedAt: null,
      objectCount: 0,
      rootObjectCount: 0,
      fileSize: 0,
      file: join(ports.directory(), `bulk-${number}.jsonl`),
    });
    operations.push(operation);
    const finished = finish(
      operation,
      { ...context, unpaged: true, searchWarnings: [] },
      ports.delayMs,
      ending.signal,
      work,
    );
    running.add(finished);
    void finished.then(() => running.delete(finished));
    return operation;
  };

  return {
    runQuery: (query, document, groupObjects, context) => {
      const plan = planBulkQuery(ports.schema(), document, ports.readers());
      const fault = disarm();
      if (fault.refused !== undefined) return fault.refused;
      return start('QUERY', query, context, async (operation, out, inner) => {
        await writeQuery(operation, plan, { groupObjects, fault }, out, inner);
        return fault.ends ?? 'COMPLETED';
      });
    },
    runMutation: (query, document, lines, context) => {
      const fault = disarm();
      if (fault.refused !== undefined) return fault.refused;
      return start('MUTATION', query, context, async (operation, out, inner) => {
        await writeMutation(operation, { schema: ports.schema(), document, lines, fault }, out, inner);
        return fault.ends ?? 'COMPLETED';
      });
    },
    find: (number) => operations.find((each) => each.number === number) ?? null,
    latest: (type) => operations.findLast((each) => each.type === type) ?? null,
    list: (query) => {
      const status = /status:\s*'?"?(\w+)/i.exec(query)?.[1]?.toUpperCase();
      const type = /operation_type:\s*'?"?(\w+)/i.exec(query)?.[1]?.toUpperCase();
      return operations
        .filter(
          (each) =>
            (status === undefined || each.status === status) && (type === undefined || each.type === type),
        )
        .toReversed();
    },
    cancel: (operation) => {
      if (isActive(operation)) operation.status = 'CANCELING';
    },
    arm: (fault) => {
      armed = fault;
    },
    close: async () => {
      for (const operation of operations) if (isActive(operation)) operation.status = 'CANCELING';
      ending.abort();
      await Promise.allSettled(running);
    },
  };
}

function isActive(operation: BulkOperation): boolean {
  return ['CREATED', 'RUNNING', 'CANCELING'].includes(operation.status);
}

function isCanceling(operation: BulkOperation): boolean {
  return operation.status === 'CANCELING';
}

async function finish(
  operation: BulkOperation,
  context: ApiContext,
  delayMs: number,
  ending: AbortSignal,
  work: (operation: BulkOperation, out: WriteStream, context: ApiContext) => Promise<Ending>,
): Promise<void> {
  // Closing the demo does not wait for the delay; the operation then ends as cancelled.
  await setTimeout(delayMs, undefined, { signal: ending }).catch(() => undefined);
  const out = createWriteStream(operation.file);
  try {
    if (operation.status === 'CREATED') operation.status = 'RUNNING';
    const ends = isCanceling(operation) ? 'CANCELED' : await work(operation, out, context);
    out.end();
    await once(out, 'close');
    operation.status = isCanceling(operation) ? 'CANCELED' : ends;
    if (ends === 'FAILED') operation.errorCode = 'INTERNAL_SERVER_ERROR';
  } catch (error) {
    out.destroy();
    operation.status = 'FAILED';
    const denied = error instanceof GraphQLError && error.extensions['code'] === 'ACCESS_DENIED';
    operation.errorCode = denied ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR';
  }
  operation.completedAt = context.shop.clock.wall();
}

async function writeQuery(
  operation: BulkOperation,
  plan: BulkPlan,
  { groupObjects, fault }: { readonly groupObjects: boolean; readonly fault: BulkFault },
  out: WriteStream,
  context: ApiContext,
): Promise<void> {
  const { afterRoots = Number.POSITIVE_INFINITY, lines: order, garbled = [] } = fault;
  const garbledLines = new Set(garbled);
  let chunk: Record<string, unknown>[] = [];
  let roots = 0;
  const flush = async (): Promise<void> => {
    // Ungrouped results come in any order, so the demo really mixes them: children may precede their parent.
    if (order !== undefined) apart(chunk, order);
    else if (!groupObjects) shuffle(chunk, operation.number + operation.rootObjectCount);
    const first = operation.objectCount;
    const texts = chunk.map((line, at) => {
      const text = JSON.stringify(line);
      return `${garbledLines.has(first + at) ? text.slice(0, text.length / 2) : text}\n`;
    });
    await write(operation, out, texts.join(''));
    operation.objectCount += chunk.length;
    operation.rootObjectCount += roots;
    chunk = [];
    roots = 0;
    await setImmediate();
  };
  let total = 0;
  for (const lines of plan.run(context)) {
    if (total >= afterRoots) break;
    total += 1;
    chunk.push(...lines);
    roots += 1;
    if (roots < ROOTS_PER_CHUNK || order !== undefined) continue;
    await flush();
    if (isCanceling(operation)) return;
  }
  await flush();
}

interface MutationWork {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly lines: string;
  readonly fault: BulkFault;
}

async function writeMutation(
  operation: BulkOperation,
  { schema, document, lines, fault }: MutationWork,
  out: WriteStream,
  context: ApiContext,
): Promise<void> {
  const { afterRoots = Number.POSITIVE_INFINITY, garbled = [] } = fault;
  for (const [number, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue;
    if (isCanceling(operation) || operation.rootObjectCount >= afterRoots) return;
    const variableValues = variablesLine.parse(JSON.parse(line));
    const result = await execute({
      schema,
      document,
      contextValue: { ...context, unpaged: false },
      variableValues,
    });
    const text = JSON.stringify({ ...result, __lineNumber: number });
    await write(operation, out, `${garbled.includes(number) ? text.slice(0, text.length / 2) : text}\n`);
    operation.objectCount += 1;
    operation.rootObjectCount += 1;
    if (number % 20 === 0) await setImmediate();
  }
}

async function write(operation: BulkOperation, out: WriteStream, text: string): Promise<void> {
  operation.fileSize += Buffer.byteLength(text);
  if (!out.write(text)) await once(out, 'drain');
}

/** Puts parents and children as far from each other as they can be. */
function apart(lines: Record<string, unknown>[], order: 'parents_first' | 'children_first'): void {
  const isRoot = (line: Record<string, unknown>): boolean => !('__parentId' in line);
  lines.sort((a, b) => (Number(isRoot(b)) - Number(isRoot(a))) * (order === 'parents_first' ? 1 : -1));
}

function shuffle(lines: unknown[], key: number): void {
  const dice = diceFor('bulk', key);
  for (let at = lines.length - 1; at > 0; at--) {
    const other = dice.int(at + 1);
    [lines[at], lines[other]] = [lines[other], lines[at]];
  }
}
