import { z } from 'zod';
import { openActionSchema } from './deep-link.ts';
import { ERROR_TYPES, type ErrorType } from './error-type.ts';
import { FIX_KINDS, FIXES_FOR, type FixKind } from './fix.ts';

/** The parts of a playbook, in the order in which an agent goes through them (domain.md, Playbooks). */
export const PLAYBOOK_PARTS = ['check', 'resolve', 'bulk', 'prevent', 'contact'] as const;
export type PlaybookPart = (typeof PLAYBOOK_PARTS)[number];

/**
 * Which stuck orders a step's plan covers: this one · all that wait for this variant or this product · all behind the
 * root cause this one shows · all of the error type.
 */
const STEP_SCOPES = ['order', 'variant', 'product', 'cause', 'type'] as const;

/**
 * What a step's button does. sync_order: read this order and its state on the platform again · fix: open the plan of
 * that fix, nothing is written yet · open: a page elsewhere (deep-link.ts) · copy: to the clipboard (product_url is
 * the address of the culprit's page in Shopify's admin; message is the platform's own).
 */
const stepActionSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('sync_order') }),
  z.strictObject({ do: z.literal('fix'), fix: z.enum(FIX_KINDS), scope: z.enum(STEP_SCOPES) }),
  openActionSchema,
  z.strictObject({
    do: z.literal('copy'),
    what: z.enum(['product_url', 'order_name', 'message', 'case_summary']),
  }),
]);
export type StepAction = Readonly<z.infer<typeof stepActionSchema>>;

const sentence = z.string().trim().min(1);

const stepSchema = z.strictObject({
  /** Names the step inside its playbook, e.g. `link_variant`; stays when the words change. */
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be a name such as link_variant'),
  text: z.strictObject({ fr: sentence, en: sentence }),
  /** None where a step goes on on the page that the one before has opened. */
  action: stepActionSchema.optional(),
});
export type PlaybookStep = Readonly<z.infer<typeof stepSchema>>;

const steps = z.array(stepSchema).min(1, 'needs at least one step').readonly();

/** What stands behind a store's orders as a whole: its token, its network. It is on the store, never on an order. */
export const STORE_CONNECTION = 'store_connection';
export type PlaybookSubject = ErrorType | typeof STORE_CONNECTION;

/** One error type's playbook: what to check, how to resolve one order and many, how to prevent it, whom to ask. */
const playbookSchema = z
  .strictObject({
    errorType: z.enum([...ERROR_TYPES, STORE_CONNECTION]),
    check: steps,
    resolve: steps,
    bulk: steps,
    prevent: steps,
    contact: steps,
  })
  .superRefine((playbook, ctx) => {
    const seen = new Set<string>();
    for (const part of PLAYBOOK_PARTS) {
      for (const [index, step] of playbook[part].entries()) {
        for (const message of faultsOf(playbook.errorType, step, seen)) {
          ctx.addIssue({ code: 'custom', path: [part, index], message });
        }
        seen.add(step.id);
      }
    }
  });
export type Playbook = Readonly<z.infer<typeof playbookSchema>>;

/** Fixes that any error type may be given, whatever else it offers. */
const FOR_ANY_TYPE: readonly FixKind[] = ['reprocess', 'snooze', 'dismiss'];

function faultsOf(
  errorType: PlaybookSubject,
  step: PlaybookStep,
  seen: ReadonlySet<string>,
): readonly string[] {
  const faults = seen.has(step.id) ? [`has the id “${step.id}” a second time; give each step its own`] : [];
  if (step.action?.do !== 'fix') return faults;
  const offered: readonly FixKind[] =
    errorType === STORE_CONNECTION ? [] : [...FIXES_FOR[errorType], ...FOR_ANY_TYPE];
  if (offered.includes(step.action.fix)) return faults;
  return [
    ...faults,
    `offers the fix ${step.action.fix}, which ${errorType} does not have; use one of ${[...new Set(offered)].join(', ')}`,
  ];
}

/**
 * Reads `raw` as the playbook of `errorType`.
 * @throws Error naming the step and the remedy: playbooks come with the app, so a bad one is a bug
 */
export function parsePlaybook(errorType: PlaybookSubject, raw: unknown): Playbook {
  const parsed = playbookSchema.safeParse(raw);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'it'} ${message}`);
    throw new Error(`The playbook of ${errorType} cannot be used: ${faults.join('; ')}.`);
  }
  if (parsed.data.errorType !== errorType) {
    throw new Error(
      `The playbook of ${errorType} says it is of ${parsed.data.errorType}; put the right file there.`,
    );
  }
  return parsed.data;
}
