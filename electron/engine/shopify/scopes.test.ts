import { describe, expect, it } from 'vitest';
import { ASKED_SCOPES } from '../../../shared/domain/scope.ts';
import { grants, missingScopes } from './scopes.ts';

describe('access scopes', () => {
  it('allow reading what may be written', () => {
    expect(grants(['write_orders'], 'read_orders')).toBe(true);
    expect(grants(['read_orders'], 'write_orders')).toBe(false);
    expect(grants(['read_orders'], 'read_all_orders')).toBe(false);
  });

  it('that are missing say in one sentence what they cost', () => {
    const missing = missingScopes(['write_orders', 'read_products']);
    expect(missing.map(({ scope }) => scope)).toContain('write_products');
    expect(missing.map(({ scope }) => scope)).not.toContain('read_orders');
    for (const { costs } of missingScopes([])) expect(costs).toMatch(/^[A-Z“][^\n]*[^.]\.$/u);
  });

  it('are all granted when all were given', () => {
    expect(missingScopes(ASKED_SCOPES)).toEqual([]);
  });
});
