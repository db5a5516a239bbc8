import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { Trouble } from '../../../../shared/domain/trouble.ts';
import { troubleInEnglish } from '../../../../shared/words/en-trouble.ts';
import type { Clock } from '../../ports.ts';
import type { Attempt } from '../attempt.ts';
import type { AdminClient } from '../client.ts';
import type { AdminDocument } from '../documents/document.ts';
import type { DocumentParts } from '../documents/parts.ts';

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

/** The write's view of a store's client. `noted` is told the id of each request that took effect or may have. */
export function createWriteApi(
  client: Pick<AdminClient, 'attempt'>,
  options: {
    readonly parts: DocumentParts;
    readonly clock: Pick<Clock, 'now'>;
    readonly noted: (requestId: string) => void;
    readonly signal?: AbortSignal | undefined;
  },
): WriteApi {
  const { parts, clock, noted, signal } = options;
  return {
    parts,
    now: () => clock.now(),
    ask: async (document, variables) =>
      (await answered(client.attempt(document, variables, { signal }), false)).data,
    // Not abortable: what has begun to leave is waited for, or nobody would know what became of it.
    tell: async (document, variables) => {
      const { data, requestId } = await answered(client.attempt(document, variables), true);
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
      const denied = errors.find(({ code }) => code === 'ACCESS_DENIED');
      if (denied && !effective)
        throw new Interrupted({ kind: 'denied', trouble: { code: 'denied', words: denied.message } }, false);
      return { data, requestId };
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
