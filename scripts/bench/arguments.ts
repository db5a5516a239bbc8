import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly json: boolean;
  /** Names of subjects; empty: all. */
  readonly only: readonly string[];
  /** Each is a run of its own, in this order. */
  readonly sizes: readonly BenchSize[];
  readonly seed: number;
}

export interface BenchSize {
  readonly orders: number;
  readonly stores: number;
}

/** A thousand orders per store, as far as fifty stores: a store of a handful has hardly any of each error. */
const ORDERS_PER_STORE = 1000;
const MOST_STORES = 50;

/**
 * Reads the arguments of `npm run bench`.
 * @throws RangeError with one sentence that names the argument and what it takes
 */
export function parseBenchArguments(argv: readonly string[], names: readonly string[]): BenchOptions {
  const { values } = parsed(argv);
  const only = values.only ?? [];
  const stranger = only.find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw new RangeError(`--only: there is no “${stranger}”; it takes one of ${names.join(', ')}.`);
  const given = whole('--stores', values.stores, 1, 1000);
  const sizes = (values.orders ?? ['10000']).map((text) => {
    const orders = whole('--orders', text, 1000, 100_000_000) ?? 0;
    const stores = Math.min(MOST_STORES, Math.max(1, Math.floor(orders / ORDERS_PER_STORE)));
    return { orders, stores: given ?? stores };
  });
  return {
    json: values.json ?? false,
    only,
    sizes,
    seed: whole('--seed', values.seed, 0, 0xff_ff_ff_ff) ?? 1,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean' },
        only: { type: 'string', multiple: true },
        orders: { type: 'string', multiple: true },
        stores: { type: 'string' },
        seed: { type: 'string' },
      },
    });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new RangeError(`${reason} It takes --json, --only, --orders, --stores and --seed.`, {
      cause: thrown,
    });
  }
}

function whole(name: string, text: string | undefined, min: number, max: number): number | null {
  if (text === undefined) return null;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max))
    throw new RangeError(`${name}: “${text}” must be a whole number from ${min} to ${max}.`);
  return value;
}
