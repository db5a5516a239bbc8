import { describe, expect, test } from 'vitest';
import type { OrderRow, RunRow } from '../../../shared/contract/rows.ts';
import { makeReport } from './make-report.ts';
import type { ReportSources } from './report.ts';

const NOVEMBER = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 30, 23, 59, 59, 999), storeId: null };
const META: Parameters<typeof makeReport>[3] = {
  madeAt: Date.UTC(2026, 11, 1, 8),
  agent: 'lea',
  redact: false,
  language: 'en',
};

function order(id: number, change: Partial<OrderRow> = {}): OrderRow {
  return {
    id,
    storeId: 'acme',
    storeName: 'Acme',
    gid: `gid://shopify/Order/${id}`,
    name: `#${id}`,
    state: 'stuck',
    snoozedUntil: null,
    errorType: 'postal_code_missing',
    diagnoses: [
      {
        type: 'postal_code_missing',
        evidence: { country: 'IE', city: 'Cork', province: null, suggestion: null },
        source: 'platform',
        message: 'Invalid Destination: Postal must be set for this country',
      },
    ],
    predicted: 'postal_code_missing',
    queuedWrites: 0,
    createdAt: Date.UTC(2026, 10, 10),
    value: { amountMinor: 8400, currency: 'EUR' },
    customer: 'Inès Moreau',
    city: 'Cork',
    country: 'IE',
    items: ['1 × Carafe'],
    tags: [],
    adminUrl: '',
    ...change,
  };
}

const run: RunRow = {
  id: 'r1',
  fix: 'set_postal_code',
  createdAt: Date.UTC(2026, 10, 12),
  agent: 'lea',
  orders: 1,
  writes: 2,
  counts: {
    queued: 0,
    sending: 0,
    applied: 2,
    retry_wait: 0,
    unknown: 0,
    conflict: 0,
    rejected: 0,
    blocked_auth: 0,
    cancelled: 0,
  },
  undoOf: null,
  undoneBy: null,
  stores: ['acme'],
  control: { priority: 0, pausedAt: null, startsAt: null, dueBy: null, stages: null },
};

function sources(change: Partial<ReportSources> = {}): ReportSources {
  return {
    ordersIn: () => [order(1), order(2, { createdAt: Date.UTC(2026, 9, 1) })],
    orderByGid: (_store, gid) =>
      order(Number(gid.split('/').at(-1)), { state: 'synced', errorType: null, diagnoses: [] }),
    runs: () => [run, { ...run, id: 'r0', createdAt: Date.UTC(2026, 8, 1) }],
    runOrders: () => [
      {
        id: 3,
        store: 'acme',
        gid: 'gid://shopify/Order/3',
        name: '#3',
        changes: [{ field: 'zip', before: null, after: 'T12 AB34', said: null }],
        state: 'applied',
        reason: null,
        said: null,
      },
    ],
    stores: [{ id: 'acme', name: 'Acme' }],
    ...change,
  };
}

const csv = (s = sources(), meta = META): string[] =>
  makeReport(NOVEMBER, 'csv', s, meta).text.trimEnd().split('\r\n');

describe('which orders a report holds', () => {
  test('stuck ones created in the period and those a run of the period touched, whatever became of them', () => {
    const report = makeReport(NOVEMBER, 'csv', sources(), META);
    expect(report.orders).toBe(2);
    expect(csv().map((line) => line.split(',')[1])).toEqual(['order', '#1', '#3']);
  });

  test('one store only, when one is asked for', () => {
    const report = makeReport(
      { ...NOVEMBER, storeId: 'other' },
      'json',
      sources({ ordersIn: () => [] }),
      META,
    );
    expect(report.orders).toBe(0);
  });

  test('an empty period says so', () => {
    const none = sources({ ordersIn: () => [], runs: () => [] });
    const { text } = makeReport(NOVEMBER, 'md', none, META);
    expect(text).toContain('Nothing stuck.');
    expect(text).toContain('No fix was committed.');
  });
});

test('a row says why in a sentence, in the platform’s words, and what came of the fix', () => {
  const [, stuck, handled] = csv();
  expect(stuck).toContain('"No postal code for Cork, IE."');
  expect(stuck).toContain('Invalid Destination: Postal must be set for this country,84.00,EUR');
  expect(handled).toMatch(/synced.*set_postal_code,applied/);
});

test('a name that a spreadsheet would run as a formula is disarmed', () => {
  const evil = sources({
    ordersIn: () => [order(1, { customer: '=HYPERLINK("http://evil")' })],
    runs: () => [],
  });
  expect(csv(evil)[1]).toContain(`"'=HYPERLINK(""http://evil"")"`);
});

test('a stranger’s words cannot break the Markdown table', () => {
  const evil = sources({ ordersIn: () => [order(1, { storeName: 'A|B\n<script>' })], runs: () => [] });
  const line = makeReport(NOVEMBER, 'md', evil, META)
    .text.split('\n')
    .find((row) => row.includes('script'));
  expect(line).toMatch(/^\| A\\\|B \\<script\\> \|/);
});

test('a redacted report names nobody', () => {
  for (const format of ['csv', 'md', 'json'] as const) {
    const { text } = makeReport(NOVEMBER, format, sources(), { ...META, redact: true });
    expect(text).not.toContain('Moreau');
    expect(text).not.toContain('T12 AB34');
    expect(text).not.toContain('Cork');
  }
});

test('JSON carries evidence and money in minor units', () => {
  const parsed: unknown = JSON.parse(makeReport(NOVEMBER, 'json', sources(), META).text);
  expect(parsed).toMatchObject({
    from: '2026-11-01T00:00:00.000Z',
    orders: [
      { order: '#1', value: { amountMinor: 8400, currency: 'EUR' } },
      { order: '#3', actions: [{ fix: 'set_postal_code' }] },
    ],
  });
});

test('a report in French says everything in French but the keys of columns and the words of others', () => {
  const { text } = makeReport(NOVEMBER, 'md', sources(), { ...META, language: 'fr' });
  expect(text).toContain('# Rapport d’incidents du 2026-11-01');
  expect(text).toContain('Pas de code postal pour Cork, IE.');
  expect(text).toContain('| Ajouter le code postal |');
  expect(text).not.toMatch(/Incident|stuck|Orders|set_postal_code|No postal code/);
  const [head, stuck] = csv(sources(), { ...META, language: 'fr' });
  expect(head).toContain('error_type');
  expect(stuck).toContain('Invalid Destination: Postal must be set for this country');
});
