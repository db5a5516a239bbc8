import { fixHandlers } from './fix-handlers.ts';
import type { HandlerDeps } from './handler-deps.ts';
import type { Handlers } from './handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { outboxHandlers } from './outbox-handlers.ts';
import { recordHandlers } from './record-handlers.ts';
import { storeHandlers } from './store-handlers.ts';
import { triageHandlers } from './triage-handlers.ts';

/** The contract's methods over the parts of the engine. What holds a rule is in its part; here they are only joined. */
export function makeHandlers(deps: HandlerDeps): Handlers {
  return {
    ...storeHandlers(deps),
    ...importHandlers(deps),
    ...triageHandlers(deps),
    ...fixHandlers(deps),
    ...outboxHandlers(deps),
    ...recordHandlers(deps),
  };
}
