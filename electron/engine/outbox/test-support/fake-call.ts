import type { FakeOrder, FakeShop } from './fake-shop.ts';

/** One request to a fake store, and what its handlers share. */
export interface Call {
  readonly shop: FakeShop;
  readonly variables: Variables;
  readonly now: number;
}
export const iso = (at: number): string => new Date(at).toISOString();
type Variables = Readonly<Record<string, unknown>>;
export const text = (value: unknown): string => String(value);
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const record = (value: unknown): Readonly<Record<string, unknown>> => ({
  ...(isObject(value) ? value : {}),
});
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
export const texts = (value: unknown): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(record(value)).map(([key, it]) => [key, typeof it === 'string' ? it : null]),
  );
export const error = (message: string, code?: string) => ({ field: null, message, code: code ?? null });

export type Handler = (call: Call) => unknown;

export const orderOf = ({ shop, variables }: Call): FakeOrder | undefined =>
  shop.orders.get(text(variables['id']));

export function touch({ shop, now }: Call, order: FakeOrder, what: string): void {
  order.updatedAt = now;
  shop.effects.push(`${order.name} ${what}`);
}

export const money = { shopMoney: { amount: '10.00', currencyCode: 'EUR' } };
export const addressAnswer = (order: FakeOrder) =>
  order.address && { ...order.address, countryCode: undefined, countryCodeV2: order.address['countryCode'] };

export const inventoryItemOf = (variant: string): string =>
  variant.replace('ProductVariant', 'InventoryItem');
