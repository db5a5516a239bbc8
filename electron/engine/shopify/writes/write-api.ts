import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { Trouble } from '../../../../shared/domain/trouble.ts';
import { troubleInEnglish } from '../../../../shared/words/en-trouble.ts';
import type { Clock } from '../../ports.ts';
import type { Attempt } from '../attempt.ts';
import type { AdminDocument } from '../documents/document.ts';
import { hasCode } from '../graphql-errors.ts';
import type { DocumentParts } from '../documents/parts.ts';
import type { Together } from '../together/send-together.ts';

/** Why a request brought no usable answer. `waitMs`: what a throttling store asks for. */
export type Interruption =
  | { readonly kind: 'throttled'; readonly waitMs: number }
  | {
      readonly kind: 'unauthorized' | 'denied' | 'not_sent' | 'unclear' | 'turned_away';
      readonly trouble: Trouble;
    };

/** Ends a write's step where the store gave no usable answer. `possibleEffect`: the request may have been acted on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly why: Interruption;
  readonly possibleEffect: boolean;

  constructor(why: Interruption, possibleEffect: boolean) {
    super(why.kind === 'throttled' ? `throttled for ${why.waitMs} ms` : troubleInEnglish(why.trouble));
    this.why = why;
    this.possibleEffect = possibleEffect;
  }
}

/** How one write talks to its store. Both methods throw `Interrupted` where there is no usable answer. */
export interface WriteApi {
  /** What of an order this store lets the app read. */
  readonly parts: DocumentParts;
  /** UTC ms. */
  now(): Millis;
  /** A request that cannot change anything that matters: a read, or a step of an edit before its commit. */
  ask<Variables extends object, Data>(
    document: AdminDocument<Variables, Data>,
    variables: Variables,
  ): Promise<Data>;
  /** A request that takes effect. Sent once. */
  tell<Variables extends object, Data>(
    document: AdminDocument<Variables, Data>,
    variables: Variables,
  ): Promise<Data>;
}

/**
 * The write's view of a store's client. `noted` is told the id of each request that took effect or may have, `spent` the
 * query points of every request.
 */
export function createWriteApi(
  client: Together,
  options: {
    readonly parts: DocumentParts;
    readonly clock: Pick<Clock, 'now'>;
    readonly noted: (requestId: string) => void;
    readonly signal?: AbortSignal | undefined;
    readonly spent?: ((points: number) => void) | undefined;
  },
): WriteApi {
  const { parts, clock, noted, signal, spent } = options;
  return {
    parts,
    now: () => clock.now(),
    ask: async (document, variables) =>
      (await answered(client.attempt(document, variables, { signal, spent }), false)).data,
    // Not abortable: what has begun to leave is waited for, or nobody would know what became of it.
    tell: async (document, variables) => {
      const { data, requestId } = await answered(client.attempt(document, variables, { spent }), true);
      if (requestId !== null) noted(requestId);
      return data;
    },
  };
}

async function answered<Data>(pending: Promise<Attempt<Data>>, effective: boolean) {
  const outcome = await pending;
  switch (outcome.kind) {
    case 'answer': {
      const { data, requestId, errors } = outcome;
      const [error] = errors;
      if (!error || effective) return { data, requestId };
      // A hole in what was read is not a thing that is gone.
      const denied = errors.find(({ code }) => code === 'ACCESS_DENIED');
      if (denied)
        throw new Interrupted({ kind: 'denied', trouble: { code: 'denied', words: denied.message } }, false);
      const passing = hasCode(errors, 'INTERNAL_SERVER_ERROR') || hasCode(errors, 'TIMEOUT');
      const trouble = { code: 'verbatim', words: error.message } as const;
      throw new Interrupted({ kind: passing ? 'unclear' : 'turned_away', trouble }, false);
    }
    case 'throttled':
      throw new Interrupted({ kind: 'throttled', waitMs: outcome.waitMs }, false);
    case 'unauthorized':
    case 'denied':
    case 'not_sent':
      throw new Interrupted({ kind: outcome.kind, trouble: outcome.trouble }, false);
    case 'unclear':
      throw new Interrupted({ kind: 'unclear', trouble: outcome.trouble }, effective);
    case 'bad_answer': {
      const possible = effective && outcome.effect === 'possible';
      throw new Interrupted(
        { kind: possible ? 'unclear' : 'turned_away', trouble: outcome.trouble },
        possible,
      );
    }
    default:
      return assertNever(outcome);
  }
}
