import type { z } from 'zod';
import type { Trouble } from '../../../../shared/domain/trouble.ts';
import { firstIssue } from '../../../../shared/failed.ts';

/** Why an order or product does not fit: the field, and nothing of its value, since answers hold personal data. */
export function misfit(error: z.ZodError): Trouble {
  const { field, problem } = firstIssue(error);
  return { code: 'order_misfit', field: field ?? 'order', problem };
}
