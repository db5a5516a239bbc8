import { moneyText } from '../domain/money.ts';
import type { Voice } from './voice.ts';

/** What is typed back is said as it is typed; times are ISO 8601 in UTC. */
export const COMMAND_LINE: Voice = {
  fix: (kind) => kind,
  errorType: (type) => type,
  give: (param) => `with --set ${param}=…`,
  addressField: (field) => field,
  orderPart: (part) => part,
  sendQueue: 'send it with “outbox drain”',
  moment: (at) => new Date(at).toISOString(),
  money: moneyText,
  country: (code) => code,
};
