import type { Evidence } from './diagnosis.ts';

type StockItem = Evidence<'out_of_stock'>['items'][number];
type ShortItem = StockItem & { readonly stock: NonNullable<StockItem['stock']> };

/** Of an order out of stock the items of which the platform is known to have fewer left than the order wants. */
export function shortItems(items: readonly StockItem[]): readonly ShortItem[] {
  return items.flatMap((item) =>
    item.stock && item.stock.available < item.stock.ordered ? [{ ...item, stock: item.stock }] : [],
  );
}
