import type { Millis } from '../../../../shared/domain/order.ts';
import { draft, excluded, planned, type FixDefinition } from './definition.ts';

const DEFAULT_SNOOZE: Millis = 24 * 60 * 60 * 1000;

/**
 * Hides orders until `until`, a day by default; those that wait for Global-e until it approves them (seed, “Waiting for
 * global-e approval”: once solved « la commande Shopify sera automatiquement tagguée … et examinée à nouveau »).
 */
export const snooze: FixDefinition<'snooze'> = {
  for: 'any',
  plan:
    ({ params, now }) =>
    ({ order, diagnoses }) => {
      const until = params.until === undefined ? null : Date.parse(params.until);
      if (until !== null && until <= now) {
        return excluded({ code: 'until_past', until: params.until ?? '' });
      }
      const standard = diagnoses[0]?.type === 'awaiting_global_e_approval' ? null : now + DEFAULT_SNOOZE;
      return planned([draft({ op: 'order_snooze', order: order.gid, until: until ?? standard })]);
    },
};
