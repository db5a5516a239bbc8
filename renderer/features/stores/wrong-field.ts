import type { Failure } from '../../../shared/domain/failure.ts';
import type { Trouble } from '../../../shared/domain/trouble.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import type { ConnectField } from './connect-input.ts';

/** What the engine calls a field that it refuses, where the form has another name for it. */
const FIELDS: ReadonlyMap<string, ConnectField> = new Map([
  ...(['name', 'domain', 'token', 'countries', 'endpoint'] as const).map((field) => [field, field] as const),
  ['platform endpoint', 'platformEndpoint'],
  ['platform-endpoint', 'platformEndpoint'],
  ['platform-key', 'platformKey'],
]);

/**
 * Which field of the connect form `thrown` is about, so that it is told beside it; null: none of them, such as no
 * network at all.
 * A host that is not the store is the address's fault: `at` is the field that gave the address.
 */
export function wrongField(thrown: unknown, at: 'domain' | 'endpoint'): ConnectField | null {
  if (!(thrown instanceof UnstuckError)) return null;
  const { field } = thrown.meta;
  if (typeof field === 'string') return FIELDS.get(field) ?? null;
  return thrown.said ? fieldOf(thrown.said, at) : null;
}

const OF_FAILURE: Readonly<Partial<Record<Failure['code'], ConnectField>>> = {
  missing_scope: 'token',
  no_read_orders: 'token',
  no_orders_shown: 'token',
  platform_key_refused: 'platformKey',
  platform_unreachable: 'platformEndpoint',
  platform_status: 'platformEndpoint',
  platform_not_json: 'platformEndpoint',
  platform_misfit: 'platformEndpoint',
};
/** `address`: the field that gave the address. */
const OF_TROUBLE: Readonly<Partial<Record<Trouble['code'], 'token' | 'address'>>> = {
  token_refused: 'token',
  app_refused: 'token',
  not_json: 'address',
  no_api: 'address',
  redirects: 'address',
  frozen: 'address',
  locked: 'address',
};
const AT_THE_HOST: ReadonlySet<string> = new Set(['refused', 'no_such_host', 'certificate']);

function fieldOf(said: Failure, at: 'domain' | 'endpoint'): ConnectField | null {
  if (!('trouble' in said)) return OF_FAILURE[said.code] ?? null;
  const { trouble } = said;
  if (trouble.code === 'unreachable') return AT_THE_HOST.has(trouble.how) ? at : null;
  const field = OF_TROUBLE[trouble.code] ?? null;
  return field === 'address' ? at : field;
}
