import { z } from 'zod';
import { diceFor } from './random.ts';

const address = z
  .object({
    address1: z.string().nullable(),
    address2: z.string().nullable(),
    city: z.string().nullable(),
    zip: z.string().nullable(),
    provinceCode: z.string().nullable(),
    countryCode: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    company: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .partial();

/** How the next bulk operation goes. */
const bulkFault = z.strictObject({
  /** It is not begun, as when other operations take all places. */
  refused: z.literal('LIMIT_REACHED').optional(),
  /** How it ends instead of being completed. */
  ends: z.enum(['FAILED', 'CANCELED', 'EXPIRED']).optional(),
  /** Objects at the root that it has written by then; all, if left out. */
  afterRoots: z.number().int().nonnegative().optional(),
  /** Parents far from their children; mixed with their neighbours, if left out. */
  lines: z.enum(['parents_first', 'children_first']).optional(),
  /** Lines, by their place in the file, of which only half is written. */
  garbled: z.array(z.number().int().nonnegative()).optional(),
});

/** What somebody else does to the orders a request names, just before the request is carried out. */
const concurrentEdit = z.strictObject({
  addTags: z.array(z.string()).optional(),
  removeTags: z.array(z.string()).optional(),
  shippingAddress: address.optional(),
  note: z.string().optional(),
  cancel: z.literal(true).optional(),
});

const effect = z.union([
  z.strictObject({ latencyMs: z.number().nonnegative() }),
  z.strictObject({
    status: z
      .number()
      .int()
      .refine((status) => [403, 404, 410, 429].includes(status) || (status >= 500 && status < 600), {
        error: 'must be 403, 404, 410, 429 or 5xx',
      }),
    retryAfter: z.number().nonnegative().optional(),
  }),
  z.strictObject({ throttled: z.literal(true) }),
  z.strictObject({ cut: z.enum(['before', 'after']) }),
  z.strictObject({ truncate: z.literal(true) }),
  /** Of a bulk operation’s file: the connection ends after so many bytes. */
  z.strictObject({ cutAfterBytes: z.number().int().nonnegative() }),
  /** Of a bulk operation’s file: it is sent from its beginning, whatever was asked for. */
  z.strictObject({ ranges: z.literal(false) }),
  z.strictObject({ bulk: bulkFault }),
  z.strictObject({ revoke: z.literal(true) }),
  z.strictObject({ concurrentEdit }),
]);

const rule = z.strictObject({
  match: z
    .strictObject({
      /** Domain or slug. */
      store: z.string().optional(),
      /** Regular expression on the operation's name, its root fields, or the platform's method. */
      operation: z.string().refine(isPattern, { error: 'must be a regular expression' }).optional(),
      path: z.enum(['admin', 'platform', 'bulk']).optional(),
    })
    .optional(),
  /** How often the rule strikes; always, if left out. */
  times: z.number().int().positive().optional(),
  /** 0 to 1; always, if left out. */
  probability: z.number().min(0).max(1).optional(),
  effect,
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

const plan = z.strictObject({ seed: z.number().int().optional(), rules: z.array(rule) });

export type FaultEffect = z.infer<typeof effect>;
export type BulkFault = z.infer<typeof bulkFault>;
export type ConcurrentEdit = z.infer<typeof concurrentEdit>;
/** Which requests go wrong and how. A JSON file may hold the object or its rules alone. */
export type FaultPlan = z.infer<typeof plan>;

/**
 * Reads a fault plan.
 * @throws Error with one sentence naming the field that is wrong
 */
export function parseFaultPlan(input: unknown): FaultPlan {
  const result = plan.safeParse(Array.isArray(input) ? { rules: input } : input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(
    `The fault plan is not valid at ${issue?.path.join('.') || 'its root'}: ${issue?.message ?? 'unknown'}.`,
  );
}

/** What a fault rule can look at. */
interface FaultSubject {
  readonly domain: string;
  readonly slug: string;
  readonly path: 'admin' | 'platform' | 'bulk';
  readonly operations: readonly string[];
}

/** Decides, request by request, what goes wrong; the same plan and seed strike the same requests. */
export interface Faults {
  set(plan: FaultPlan): void;
  strike(subject: FaultSubject): FaultEffect[];
}

/** @param initial rules in force from the start */
export function createFaults(initial: FaultPlan, seed: number): Faults {
  let active = arm(initial);
  let dice = diceFor(initial.seed ?? seed, 'faults');
  return {
    set: (next) => {
      active = arm(parseFaultPlan(next));
      dice = diceFor(next.seed ?? seed, 'faults');
    },
    strike: (subject) => {
      const struck: FaultEffect[] = [];
      for (const armed of active) {
        if (armed.left === 0 || !armed.matches(subject) || !dice.chance(armed.probability)) continue;
        armed.left -= 1;
        struck.push(armed.effect);
      }
      return struck;
    },
  };
}

interface ArmedRule {
  left: number;
  readonly probability: number;
  readonly effect: FaultEffect;
  matches(subject: FaultSubject): boolean;
}

function arm(faults: FaultPlan): ArmedRule[] {
  return faults.rules.map(({ match, times, probability, effect }) => {
    const operation = match?.operation === undefined ? null : new RegExp(match.operation);
    return {
      left: times ?? Number.POSITIVE_INFINITY,
      probability: probability ?? 1,
      effect,
      matches: (subject) =>
        (match?.store === undefined || [subject.domain, subject.slug].includes(match.store)) &&
        (match?.path === undefined || match.path === subject.path) &&
        (operation === null || subject.operations.some((name) => operation.test(name))),
    };
  });
}
