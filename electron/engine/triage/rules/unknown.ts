import type { Rule } from '../rule.ts';

/** One cause per wording: numbers differ from order to order, the words do not. */
const wording = (message: string) =>
  message.toLowerCase().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim();

/**
 * Seed, last line: « Si vous ne trouvez pas votre message d'erreur […] veuillez contacter notre Care Team ». An order
 * that the platform does not have and in which no rule finds a reason, or a message that no pattern knows (`judge`
 * fills it in). The rule itself finds nothing.
 */
export const unknown: Rule<'unknown'> = {
  find: () => null,
  told: () => ({ message: null }),
  causes: ({ message }) =>
    message === null
      ? []
      : [
          {
            key: `unknown:${wording(message)}`,
            subject: { kind: 'message', message },
            entity: null,
            fix: 'reprocess',
            alone: true,
          },
        ],
};
