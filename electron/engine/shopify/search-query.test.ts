import { describe, expect, it } from 'vitest';
import { ordersUpdatedQuery, productsUpdatedQuery } from './search-query.ts';

describe('a filter on updates', () => {
  it('quotes timestamps and keeps both bounds inclusive, widened to whole seconds', () => {
    const query = ordersUpdatedQuery({
      from: Date.UTC(2026, 9, 1, 10, 0, 0, 250),
      to: Date.UTC(2026, 9, 1, 11, 0, 0, 250),
      createdSince: Date.UTC(2026, 7, 1),
    });
    expect(query).toBe(
      "updated_at:>='2026-10-01T10:00:00Z' AND updated_at:<='2026-10-01T11:00:01Z' AND created_at:>='2026-08-01T00:00:00Z'",
    );
  });

  it('has no lower bound from the beginning', () => {
    expect(ordersUpdatedQuery({ from: null, to: 0, createdSince: 0 })).not.toContain('updated_at:>=');
  });

  it('works for products too', () => {
    expect(productsUpdatedQuery({ from: 0, to: 1000 })).toBe(
      "updated_at:>='1970-01-01T00:00:00Z' AND updated_at:<='1970-01-01T00:00:01Z'",
    );
  });
});
