import { moneyText } from '../domain/money.ts';
import type { Voice } from './voice.ts';

/** What is typed back is said as it is typed; times are ISO 8601 in UTC. */
export const COMMAND_LINE: Voice = {
  fix: (kind) => kind,
  errorType: (type) => type,
  give: (param) => `with --set ${param}=…`,
  param: (param) => param,
  at: (param) => `--set ${param}: `,
  addressField: (field) => field,
  orderPart: (part) => part,
  sendQueue: 'send it with “outbox drain”',
  decide: 'decide with resolve, or send it again with retry',
  toDo: (step) => `Do this, then resolve it as mine: ${step}.`,
  moment: (at) => new Date(at).toISOString(),
  money: moneyText,
  country: (code) => code,
};
