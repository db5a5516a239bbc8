import { describe, expect, test } from 'vitest';
import { csvRecords } from './csv-records.ts';
import { readLinksCsv } from './links-csv.ts';
import { readPlatformErrors } from './platform-errors.ts';
import { allOf, arriving } from './test-support/in-pieces.ts';

describe('the platform’s list', () => {
  const read = (text: string) => allOf(readPlatformErrors(arriving([text])));
  const listed = (order: string, message: string | null, status: string | null = null) =>
    expect.objectContaining({ kind: 'accepted', value: { order, message, status } });

  test('is read as it is copied from the page: an order per line, or its message below', async () => {
    const text =
      '#1001\tProduct 47563746279730 not linked\nOrder 1002: No shippable product\n\n#1003\nOrder cancelled\n';
    expect(await read(text)).toEqual([
      listed('#1001', 'Product 47563746279730 not linked'),
      listed('1002', 'No shippable product'),
      listed('#1003', 'Order cancelled'),
    ]);
  });

  test('is read as a CSV by its header, in English or French', async () => {
    expect(
      await read('Order number,Status,Message\n#1001,exception,"Product 1, not found"\n1002,SHIPPED,\n'),
    ).toEqual([listed('#1001', 'Product 1, not found', 'EXCEPTION'), listed('1002', null, 'SHIPPED')]);
    expect(await read('Commande;Erreur\n#1001;Order cancelled\n')).toEqual([
      listed('#1001', 'Order cancelled'),
    ]);
  });

  test('lines without an order or a message are told', async () => {
    expect(await read('hello\n#1001\n#1002 Order cancelled\n#1003')).toEqual([
      { kind: 'rejected', rejections: [{ row: 1, field: 'order', problem: { code: 'no_order_number' } }] },
      { kind: 'rejected', rejections: [{ row: 2, field: 'message', problem: { code: 'no_message' } }] },
      listed('#1002', 'Order cancelled'),
      { kind: 'rejected', rejections: [{ row: 4, field: 'message', problem: { code: 'no_message' } }] },
    ]);
    expect(await read('order,message\n,Order cancelled\n#1,\n')).toEqual([
      { kind: 'rejected', rejections: [{ row: 2, field: 'order', problem: { code: 'no_order_number' } }] },
      { kind: 'rejected', rejections: [{ row: 3, field: 'message', problem: { code: 'no_message' } }] },
    ]);
  });
});

describe('a link list', () => {
  const read = (text: string, isProduct: ((id: string) => boolean) | null = null) =>
    allOf(readLinksCsv(csvRecords([text]), isProduct));
  const rejection = (row: number, field: string, problem: object) => ({
    kind: 'rejected',
    rejections: [{ row, field, problem }],
  });

  test('links variants by id or by SKU, active unless it says otherwise', async () => {
    const text =
      'SKU;Variant ID;Bigblue product;Active\nC-1;;DIGG-1;\n;gid://shopify/ProductVariant/7;DIGG-2;non\n';
    expect(await read(text)).toMatchObject([
      { kind: 'accepted', value: { variant: null, sku: 'C-1', product: 'DIGG-1', active: true } },
      {
        kind: 'accepted',
        value: { variant: 'gid://shopify/ProductVariant/7', product: 'DIGG-2', active: false },
      },
    ]);
  });

  test('rows that link nothing are told', async () => {
    const text = 'variant,sku,product,active\n,,DIGG-1,\n1,,,\nx,,DIGG-1,\n1,,DIGG-1,maybe\n1,,DIGG-9,\n';
    expect(await read(text, (id) => id === 'DIGG-1')).toEqual([
      rejection(2, 'variant', { code: 'no_variant' }),
      rejection(3, 'product', { code: 'missing' }),
      rejection(4, 'variant', { code: 'not_an_id', value: 'x' }),
      rejection(5, 'active', { code: 'not_yes_or_no', value: 'maybe' }),
      rejection(6, 'product', { code: 'unknown_product', value: 'DIGG-9' }),
    ]);
  });

  test('a file without its columns is refused', async () => {
    await expect(read('a,b\n1,2\n')).rejects.toThrow(/first row has to name/);
  });
});
