import { planned, type FixDefinition } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/**
 * Has the platform examine stuck orders again, whatever keeps them (seed, every section's first step: « Utilisez le
 * bouton Reprocess pour vérifier si le message d'erreur s'affiche toujours ou si la commande se synchronise »). There is
 * no public API for the button; the order tag `bigblue-reprocess` does the same.
 */
export const reprocess: FixDefinition<'reprocess'> = {
  for: 'any',
  plan:
    () =>
    ({ order }) =>
      planned(reprocessSteps(order)),
};
