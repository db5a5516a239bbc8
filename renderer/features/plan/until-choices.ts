import type { enPlan } from '../../i18n/en-plan.ts';

const HOUR_MS = 60 * 60 * 1000;

export type UntilChoice = keyof (typeof enPlan)['until'];

/** Times to snooze until, by the key of their words; each worked out when it is chosen, ISO 8601. Empty: as suggested. */
export const UNTIL_CHOICES: Readonly<Record<UntilChoice, () => string>> = {
  default: () => '',
  hours4: () => new Date(Date.now() + 4 * HOUR_MS).toISOString(),
  tomorrow: () => {
    const at = new Date(Date.now() + 24 * HOUR_MS);
    at.setHours(8, 0, 0, 0);
    return at.toISOString();
  },
  week: () => new Date(Date.now() + 7 * 24 * HOUR_MS).toISOString(),
};

export const UNTIL_KEYS: readonly UntilChoice[] = ['default', 'hours4', 'tomorrow', 'week'];
