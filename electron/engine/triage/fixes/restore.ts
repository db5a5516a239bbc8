import { draft, excluded, planned, type FixDefinition } from './definition.ts';

/** Puts snoozed and dismissed orders back on the board, whatever run took them off it. Local; undo takes them off again. */
export const restore: FixDefinition<'restore'> = {
  for: 'any',
  plan:
    () =>
    ({ order, state }) =>
      state === 'snoozed' || state === 'dismissed'
        ? planned([draft({ op: 'order_restore', order: order.gid })])
        : excluded({ code: 'not_set_aside' }),
};
