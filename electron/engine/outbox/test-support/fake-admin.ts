import type { Unanswered } from '../../shopify/attempt.ts';
import type { AdminClient, Reading } from '../../shopify/client.ts';
import { createStoreBudget } from '../../shopify/store-budget.ts';
import type { Operation } from '../../shopify/together/compose.ts';
import { answerOf } from './fake-answers.ts';
import type { FakeShop } from './fake-shop.ts';

const REFUSED = { code: 'unreachable', host: 'the store', how: 'refused', detail: null } as const;

/** What happens to the next request whose operation matches. */
interface Fault {
  readonly operation: RegExp;
  /**
   * lost: it takes effect, its answer never arrives · cut: it never arrives · refused: no connection · throttled ·
   * unauthorized · denied · hang: it takes effect, and nothing comes back at all · hangBefore: it never arrives, nothing comes back ·
   * twice: it arrives twice, the second answer comes back
   */
  readonly kind:
    | 'lost'
    | 'cut'
    | 'refused'
    | 'throttled'
    | 'unauthorized'
    | 'denied'
    | 'hang'
    | 'hangBefore'
    | 'twice';
  times: number;
}

/** A store's Admin API in memory: answers the app's own documents from a `FakeShop`, and fails on request. */
export interface FakeAdmin extends Pick<AdminClient, 'attempt' | 'exchange' | 'budget'> {
  readonly shop: FakeShop;
  /** Operations that arrived, in order. */
  readonly log: string[];
  online: boolean;
  authorized: boolean;
  /** The process that asks is gone: no request of it arrives or is answered any more. */
  kill(): void;
  /** No fault is left. */
  heal(): void;
  fail(kind: Fault['kind'], operation: RegExp, times?: number): void;
}

const never = new Promise<never>(() => undefined);

export function fakeAdmin(shop: FakeShop, now: () => number): FakeAdmin {
  const faults: Fault[] = [];
  let dead = false;
  const admin: FakeAdmin = {
    shop,
    log: [],
    online: true,
    authorized: true,
    kill: () => {
      dead = true;
    },
    heal: () => void faults.splice(0),
    fail: (kind, operation, times = 1) => void faults.push({ kind, operation, times }),
    budget: createStoreBudget({ now, sleep: () => never }),
    attempt: async (document, variables) => {
      const [reading] = await admin.exchange([{ document, variables }]);
      if (!reading) throw new Error('One operation has one answer.');
      return reading(document);
    },
    exchange: async (operations) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (dead) return never;
      const all = (what: Unanswered): readonly Reading[] => operations.map(() => () => what);
      if (!admin.online) return all({ kind: 'not_sent', trouble: REFUSED });
      if (!admin.authorized)
        return all({ kind: 'unauthorized', trouble: { code: 'token_refused', host: 'the store' } });
      // One request: what happens to one of its operations happens to all.
      const fault = faults.find(
        ({ operation, times }) =>
          times > 0 && operations.some(({ document }) => operation.test(document.name)),
      );
      if (fault) fault.times -= 1;
      switch (fault?.kind) {
        case 'cut':
          return all({ kind: 'unclear', trouble: { ...REFUSED, how: 'cut' } });
        case 'refused':
          return all({ kind: 'not_sent', trouble: REFUSED });
        case 'throttled':
          return all({ kind: 'throttled', waitMs: 1000 });
        case 'unauthorized':
          return all({ kind: 'unauthorized', trouble: { code: 'token_refused', host: 'the store' } });
        case 'denied':
          return all({
            kind: 'denied',
            trouble: { code: 'denied', words: 'Access denied, it needs write_orders' },
            requiredAccess: null,
          });
        case 'hangBefore':
          return never;
        case 'twice':
          operations.forEach(carryOut);
          break;
        case 'lost':
        case 'hang':
        case undefined:
        default:
          break;
      }
      const raw = operations.map((operation) => carryOut(operation));
      if (fault?.kind === 'lost') return all({ kind: 'unclear', trouble: { ...REFUSED, how: 'no_answer' } });
      if (fault?.kind === 'hang') return never;
      const requestId = `req-${admin.log.length}`;
      return raw.map((data): Reading => ({ answer }) => {
        return { kind: 'answer', data: answer.parse(data), errors: [], cost: null, requestId };
      });
    },
  };
  function carryOut({ document, variables }: Operation): unknown {
    admin.log.push(document.name);
    return answerOf(shop, document.name, Object.fromEntries(Object.entries(variables)), now());
  }
  return admin;
}
