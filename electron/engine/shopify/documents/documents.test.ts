import { readFile } from 'node:fs/promises';
import { buildClientSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { generateOperationTypes } from '../../../../scripts/codegen.mjs';
import { loadShopifySchema } from '../../../../scripts/shopify-schema.mjs';
import { ALL_DOCUMENTS, documentsFor } from './all-documents.ts';
import { ALL_PARTS, DOCUMENT_PARTS, partsOfScopes, withheldParts } from './parts.ts';

const schema = buildClientSchema(await loadShopifySchema());

/** Everything readable, nothing readable, each part withheld alone, each part readable alone. */
const COMPOSITIONS = [
  { what: 'every part', parts: ALL_PARTS },
  { what: 'no optional part', parts: new Set<never>() },
  ...DOCUMENT_PARTS.map((part) => ({
    what: `all but ${part}`,
    parts: new Set(DOCUMENT_PARTS.filter((other) => other !== part)),
  })),
  ...DOCUMENT_PARTS.map((part) => ({ what: `${part} alone`, parts: new Set([part]) })),
];

describe('Admin API documents', () => {
  it.each(COMPOSITIONS)('are valid against Shopify’s 2026-10 schema with $what', ({ parts }) => {
    const problems = documentsFor(parts).flatMap(({ name, text }) =>
      validate(schema, parse(text)).map(({ message }) => `${name}: ${message}`),
    );
    expect(problems).toEqual([]);
  });

  it('have a name each, and one operation per document', () => {
    const names = ALL_DOCUMENTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { text } of ALL_DOCUMENTS) expect(parse(text).definitions).toHaveLength(1);
  });

  it('have types that are up to date with the schema', async () => {
    const kept = await readFile(new URL('../admin-operations.generated.ts', import.meta.url), 'utf8');
    expect(kept === (await generateOperationTypes()), 'run “npm run codegen”').toBe(true);
  });

  it('never ask for staff members or customers, which need scopes of their own', () => {
    for (const { text } of ALL_DOCUMENTS) expect(text).not.toMatch(/staffMember|customer\b|user\s*\{/);
  });

  it('ask for nothing of a part that is withheld', () => {
    const texts = documentsFor(new Set()).map(({ text }) => text.replaceAll('userErrors', ''));
    for (const text of texts.filter((text) => text.includes('query Order')))
      expect(text).not.toMatch(
        /paymentSchedules\(first: 3|\bzip\b|firstName|purchasingEntity|variant \{|serviceName/,
      );
  });
});

describe('the parts of a document', () => {
  it('follow the granted scopes', () => {
    expect(partsOfScopes(['read_orders']).has('paymentTerms')).toBe(false);
    expect(partsOfScopes(['read_orders', 'write_payment_terms']).has('paymentTerms')).toBe(true);
    expect(partsOfScopes(['read_products']).has('products')).toBe(false);
    expect(partsOfScopes(['read_products', 'read_inventory']).has('products')).toBe(true);
  });

  it('say what of an order is unknown without them', () => {
    expect(withheldParts(ALL_PARTS)).toEqual([]);
    expect(withheldParts(new Set(DOCUMENT_PARTS.filter((part) => part !== 'shippingAddress')))).toEqual([
      'shippingAddress',
      'zip',
      'name',
    ]);
    expect(withheldParts(new Set(DOCUMENT_PARTS.filter((part) => part !== 'location')))).toEqual([]);
  });
});
