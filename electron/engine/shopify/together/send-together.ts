import { costSchema } from '../budget.ts';
import type { Attempt } from '../attempt.ts';
import type { AdminClient, Reading } from '../client.ts';
import type { AdminDocument } from '../documents/document.ts';
import { kindOf, type Operation } from './compose.ts';

/**
 * Operations in one request. Root fields of a mutation are carried out one after the other, so a request of many takes
 * long, and when its answer is lost all of them are to be read back.
 */
export const MOST_TOGETHER = 25;
/** No single request may cost more points (https://shopify.dev/docs/api/usage/limits). */
const MOST_POINTS = 1000;
/** Points before anything is known: what Shopify takes for a mutation, and for an object or two. */
const FIRST_GUESS = { mutation: 10, query: 3 };

interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the points that this operation's share of the request was. */
  readonly spent?: ((points: number) => void) | undefined;
}

/** A store's client that gathers what is asked of it. */
export interface Together {
  /** As the client's own; what several ask within one turn of the event loop leaves in one request. */
  attempt<Variables extends object, Data>(
    document: AdminDocument<Variables, Data>,
    variables: Variables,
    options?: SendOptions,
  ): Promise<Attempt<Data>>;
}

interface Pending extends Operation {
  readonly signal: AbortSignal | undefined;
  readonly points: number;
  /** Decodes the outcome. */
  read(reading: Reading): Attempt<unknown>;
  /** Hands it over to whoever asked. */
  settle(points: number): void;
  fail(thrown: unknown): void;
}

/**
 * Puts operations together by what they cost: aliases of one document, 1,000 points and 25 operations at most. What one
 * kind costs is learned from answers. A request that is refused as a whole before it ran (one operation's variables or scope,
 * the cost) is cut in halves, so that one bad operation keeps back none but itself.
 */
export function createTogether(client: Pick<AdminClient, 'exchange'>): Together {
  const learned = new Map<string, number>();
  let waiting: Pending[] = [];

  const pointsOf = (operation: Operation): number =>
    learned.get(operation.document.name) ??
    (kindOf(operation) === 'mutation' ? FIRST_GUESS.mutation : FIRST_GUESS.query);

  function flush(): void {
    const all = waiting;
    waiting = [];
    const alike = Map.groupBy(all, (each) => kindOf(each));
    for (const each of alike.values()) {
      for (const bySignal of Map.groupBy(each, ({ signal }) => signal).values())
        for (const part of parts(bySignal)) void send(part);
    }
  }

  async function send(part: readonly Pending[]): Promise<void> {
    let readings: readonly Reading[];
    try {
      readings = await client.exchange(part, { signal: part[0]?.signal });
    } catch (thrown) {
      for (const each of part) each.fail(thrown);
      return;
    }
    const outcomes = part.flatMap((each, at) => {
      const reading = readings[at];
      return reading ? [{ each, outcome: each.read(reading) }] : [];
    });
    const refused = outcomes.every(({ outcome }) => isRefusal(outcome));
    if (part.length > 1 && refused) {
      const half = Math.ceil(part.length / 2);
      await send(part.slice(0, half));
      return send(part.slice(half));
    }
    learn(outcomes);
    for (const { each } of outcomes) each.settle(pointsOf(each));
  }

  /** The requested cost of a request whose operations are all of one kind is shared out evenly. */
  function learn(outcomes: readonly { readonly each: Pending; readonly outcome: Attempt<unknown> }[]): void {
    const [first] = outcomes;
    if (!first || outcomes.some(({ each }) => each.document.name !== first.each.document.name)) return;
    const answer = outcomes.map(({ outcome }) => outcome).find((outcome) => outcome.kind === 'answer');
    const cost = costSchema.safeParse(answer?.cost);
    if (cost.success) learned.set(first.each.document.name, cost.data.requestedQueryCost / outcomes.length);
  }

  function attempt<Variables extends object, Data>(
    document: AdminDocument<Variables, Data>,
    variables: Variables,
    { signal, spent }: SendOptions = {},
  ): Promise<Attempt<Data>> {
    const { promise, resolve, reject } = Promise.withResolvers<Attempt<Data>>();
    const operation: Operation = { document, variables };
    let outcome: Attempt<Data>;
    waiting.push({
      ...operation,
      signal,
      points: pointsOf(operation),
      read: (reading) => {
        outcome = reading(document);
        return outcome;
      },
      settle: (points) => {
        spent?.(points);
        resolve(outcome);
      },
      fail: reject,
    });
    // A turn later: all that got the same answer have asked their next question by then.
    if (waiting.length === 1) setImmediate(flush);
    return promise;
  }

  return { attempt };
}

/** Turned away before it ran, so that it may be sent again at once. */
const isRefusal = (outcome: Attempt<unknown>): boolean =>
  outcome.kind === 'denied' || (outcome.kind === 'bad_answer' && outcome.effect === 'none');

/** Runs of operations that fit into one request; those of one name side by side, so that its text recurs. */
function parts(all: readonly Pending[]): readonly (readonly Pending[])[] {
  const made: Pending[][] = [];
  let points = 0;
  for (const each of all.toSorted((a, b) => compareNames(a.document.name, b.document.name))) {
    const open = made.at(-1);
    if (open && open.length < MOST_TOGETHER && points + each.points <= MOST_POINTS) {
      open.push(each);
      points += each.points;
    } else {
      made.push([each]);
      points = each.points;
    }
  }
  return made;
}

const compareNames = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
