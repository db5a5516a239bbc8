import { z } from 'zod';

/** How a connection to a host failed. */
export const NETWORK_TROUBLES = [
  'refused',
  'no_such_host',
  'no_lookup',
  'no_network',
  'no_route',
  'no_address',
  'connect_timeout',
  'certificate',
  'cut',
  'no_answer',
  'slow_answer',
  'broken_off',
  'failed',
] as const;
export type NetworkTrouble = (typeof NETWORK_TROUBLES)[number];

const host = z.string();
/** Somebody else's text, as it came. */
const words = z.string();

/** Why a request to a store or to the platform brought no usable answer, as data. `host` names who was asked. */
export const troubleSchema = z.discriminatedUnion('code', [
  /** `detail`: the certificate's error code. */
  z.object({
    code: z.literal('unreachable'),
    host,
    how: z.enum(NETWORK_TROUBLES),
    detail: z.string().nullable(),
  }),
  z.object({ code: z.literal('not_sent') }),
  z.object({ code: z.literal('cut_off'), host }),
  /** Something else than an API's answer, such as a network's sign-in page; `type`: its media type, null: it has none. */
  z.object({ code: z.literal('not_json'), host, type: z.string().nullable() }),
  z.object({ code: z.literal('status'), host, status: z.int() }),
  z.object({ code: z.literal('token_refused'), host }),
  z.object({ code: z.literal('app_refused'), host }),
  z.object({ code: z.literal('frozen'), host }),
  z.object({ code: z.literal('locked'), host }),
  z.object({ code: z.literal('no_api'), host }),
  z.object({ code: z.literal('redirects'), host }),
  z.object({ code: z.literal('reports'), host, words }),
  z.object({ code: z.literal('denied'), words }),
  /** Of one order: the field that does not fit. */
  z.object({ code: z.literal('order_misfit'), field: z.string(), problem: z.string() }),
  /** Of a bulk operation’s file: a line that is no JSON. */
  z.object({ code: z.literal('line_damaged') }),
  /** Text without a code. */
  z.object({ code: z.literal('verbatim'), words }),
  /** The answer does not fit its type; `problem` is the parser's own text. */
  z.object({
    code: z.literal('misfit'),
    host,
    operation: z.string(),
    field: z.string().nullable(),
    problem: z.string(),
  }),
]);
export type Trouble = Readonly<z.infer<typeof troubleSchema>>;
