import { z } from 'zod';
import { ERROR_TYPES } from './error-type.ts';
import { ORDER_PARTS } from './order.ts';
import { addedRuleSettingsSchema } from './store.ts';

/** A rule that cannot run for a store, and why: it needs a setting, a list, or a part of the orders that nobody gives. */
export const ruleOffSchema = z.object({
  errorType: z.enum(ERROR_TYPES),
  because: z.discriminatedUnion('code', [
    z.object({ code: z.literal('no_countries') }),
    z.object({ code: z.literal('no_link_route') }),
    z.object({ code: z.literal('no_link_list') }),
    z.object({ code: z.literal('no_platform_products') }),
    z.object({ code: z.literal('no_platform_word') }),
    z.object({ code: z.literal('no_setting'), setting: addedRuleSettingsSchema.keyof() }),
    z.object({ code: z.literal('withheld'), parts: z.array(z.enum(ORDER_PARTS)) }),
  ]),
});
export type RuleOff = Readonly<z.infer<typeof ruleOffSchema>>;
