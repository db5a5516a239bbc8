/** How a store's ids follow from the position of an order in its books, and back. */
export interface OrderIds {
  orderId(index: number): number;
  orderName(index: number): string;
  /** Up to 128 parts (lines, events, fulfilments) of each kind per order. */
  part(kind: PartKind, index: number, number: number): number;
  indexOfOrder(id: number): number | null;
  indexOfName(name: string): number | null;
  indexOfPart(kind: PartKind, id: number): number | null;
}

type PartKind = 'line' | 'event' | 'fulfillment' | 'schedule' | 'agreement' | 'shipping';

const ORDER_STEP = 4_099;
const PARTS = 128;
const FIRST_NAME = 1001;
const partBase: Readonly<Record<PartKind, number>> = {
  line: 14_000_000_000_000,
  event: 98_000_000_000_000,
  fulfillment: 5_100_000_000_000,
  schedule: 12_000_000_000_000,
  agreement: 3_200_000_000_000,
  shipping: 4_300_000_000_000,
};

/** Ids of one store; stores never share one. */
export function orderIds(storeNumber: number, prefix: string): OrderIds {
  const base = 5_800_000_000_000 + storeNumber * 10_000_000_000;
  const partOffset = storeNumber * 1_000_000_000;
  return {
    orderId: (index) => base + index * ORDER_STEP,
    orderName: (index) => `#${prefix}-${FIRST_NAME + index}`,
    part: (kind, index, number) => partBase[kind] + partOffset + index * PARTS + number,
    indexOfOrder: (id) => wholeIndex((id - base) / ORDER_STEP),
    indexOfName: (name) => {
      const match = new RegExp(`^#?${prefix}-(\\d+)$`, 'i').exec(name.trim());
      return match === null ? null : wholeIndex(Number(match[1]) - FIRST_NAME);
    },
    indexOfPart: (kind, id) => wholeIndex(Math.floor((id - partBase[kind] - partOffset) / PARTS)),
  };
}

function wholeIndex(value: number): number | null {
  return Number.isInteger(value) && value >= 0 ? value : null;
}
